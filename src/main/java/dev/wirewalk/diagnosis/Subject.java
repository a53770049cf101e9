package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.topology.FlowProtocol;
import java.util.List;

/** The kinds of packets that the walk follows along the path, in the order in which they are sent. */
enum Subject {
    SYN("syn", "SYN", Direction.FORWARD, Stage.SYN),
    SYNACK("synack", "SYN/ACK", Direction.RETURN, Stage.SYNACK),
    ACK("ack", "handshake's ACK", Direction.FORWARD, Stage.ACK),
    DATA("data", "client's data", Direction.FORWARD, Stage.DATA),
    ANSWER("answer", "server's data", Direction.RETURN, Stage.DATA),
    REQUEST("request", "request", Direction.FORWARD, Stage.DATA),
    REPLY("reply", "reply", Direction.RETURN, Stage.DATA);

    private final String id;
    private final String what;
    private final Direction direction;
    private final Stage stage;

    Subject(String id, String what, Direction direction, Stage stage) {
        this.id = id;
        this.what = what;
        this.direction = direction;
        this.stage = stage;
    }

    /** What a flow of this protocol sends, one after the other. */
    static List<Subject> of(FlowProtocol protocol) {
        return protocol == FlowProtocol.TCP ? List.of(SYN, SYNACK, ACK, DATA, ANSWER) : List.of(REQUEST, REPLY);
    }

    /** The packet in words. */
    String what() {
        return what;
    }

    Direction direction() {
        return direction;
    }

    Stage stage() {
        return stage;
    }

    /** The first kind of its direction: where it comes through, routes and hardware addresses are right. */
    boolean opens() {
        return this == SYN || this == SYNACK || this == REQUEST || this == REPLY;
    }

    /** The id of the question whether it leaves, or arrives at, a point. */
    String key(boolean leaves) {
        return id + (leaves ? "-leaves" : "-arrives");
    }

    String text(boolean leaves, String point) {
        return "Does the " + what + (leaves ? " leave " : " arrive at ") + point + "?";
    }
}
