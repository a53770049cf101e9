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
                new AnsweredForServer(),
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
                new AnswerStops(),
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

    /** @param finding what the rules conclude */
    static List<Question> questions(boolean tcp, Finding finding) {
        return tcp
                ? List.of(
                        new RouteQuestion(Direction.FORWARD),
                        new ArpQuestion(Direction.FORWARD),
                        new PassageQuestion(Subject.SYN, Kinds::syn),
                        new RouteQuestion(Direction.RETURN),
                        new ArpQuestion(Direction.RETURN),
                        new PassageQuestion(Subject.SYNACK, Kinds::synAck).after("SYN", Kinds::syn),
                        new PassageQuestion(Subject.ACK, Kinds::ack).after("SYN/ACK", Kinds::synAck),
                        new DataQuestion(Direction.FORWARD),
                        new DataQuestion(Direction.RETURN),
                        new ApplicationQuestion(finding))
                : List.of(
                        new RouteQuestion(Direction.FORWARD),
                        new ArpQuestion(Direction.FORWARD),
                        new PassageQuestion(Subject.REQUEST, Kinds::request),
                        new RouteQuestion(Direction.RETURN),
                        new ArpQuestion(Direction.RETURN),
                        new PassageQuestion(Subject.REPLY, Kinds::reply).after("request", Kinds::request),
                        new ApplicationQuestion(finding));
    }
}
