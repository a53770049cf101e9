package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import java.util.List;

/** Every rule and every question, in the order in which they are asked. A new one is one class and one line here. */
final class Catalogue {
    private Catalogue() {}

    /** In the order of the stages, faults that explain others first; the last one always concludes. */
    static List<Rule> rules(boolean tcp) {
        return tcp ? tcp() : datagrams();
    }

    private static List<Rule> tcp() {
        return List.of(
                new NothingSent(),
                new MissingTranslation(),
                new AnswerElsewhere(),
                new SynLost(),
                new ServerRefuses(),
                new SynAckLost(),
                new AckLost(),
                new InjectedReset(),
                new DataLost(),
                new AcknowledgementsLost(),
                new ZeroWindow(),
                new MidstreamReset(),
                new ErrorStatus(),
                new NoAnswer(),
                new ServerSlow(),
                new ClientSlow(),
                new Overload(),
                new RandomLoss(),
                new QuestionsLost(),
                new Duplication(),
                new Reordering(),
                new Works());
    }

    private static List<Rule> datagrams() {
        return List.of(
                new NothingSent(),
                new DatagramsLost(Direction.FORWARD),
                new DatagramUnanswered(),
                new DatagramsLost(Direction.RETURN),
                new ErrorStatus(),
                new DatagramSlow(),
                new RandomLoss(),
                new Duplication(),
                new Works());
    }

    static List<Question> questions(boolean tcp) {
        return tcp
                ? List.of(
                        new ArpQuestion(),
                        new PassageQuestion("syn", "SYN", Direction.FORWARD, Kinds::syn),
                        new PassageQuestion("synack", "SYN/ACK", Direction.RETURN, Kinds::synAck)
                                .after("SYN", Kinds::syn),
                        new PassageQuestion("ack", "handshake's ACK", Direction.FORWARD, Kinds::ack)
                                .after("SYN/ACK", Kinds::synAck),
                        new DataQuestion(Direction.FORWARD),
                        new DataQuestion(Direction.RETURN))
                : List.of(
                        new ArpQuestion(),
                        new PassageQuestion("request", "request", Direction.FORWARD, Kinds::request),
                        new PassageQuestion("reply", "reply", Direction.RETURN, Kinds::reply)
                                .after("request", Kinds::request));
    }
}
