package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.match.Direction;
import dev.wirewalk.topology.PathFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that are answered without a capture. */
class HandAnswersTest {
    private static final String[] POINTS = {"client:eth0", "fw:in", "fw:out", "server:eth0"};

    @TempDir
    Path folder;

    @Test
    void withoutAnyCaptureTheFirstNoBehindTheLastYesIsThePlace() {
        Verdict verdict = byHand("syn-leaves client:eth0 yes", "syn-arrives fw:in yes", "syn-leaves fw:out no")
                .verdict();

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILS);
        assertThat(verdict.device()).contains("fw");
        assertThat(verdict.direction()).contains(Direction.FORWARD);
        assertThat(verdict.stage()).contains(Stage.SYN);
        assertThat(verdict.cause()).contains(Cause.SILENT_DROP);
        assertThat(verdict.summary()).contains("by hand");
    }

    @Test
    void aPacketThatIsSeenPassedEverythingBefore() {
        Verdict verdict = byHand("synack-leaves server:eth0 yes", "synack-arrives fw:out no")
                .verdict();

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILS);
        assertThat(verdict.segment()).contains(new Segment("fw:out", "server:eth0"));
        assertThat(verdict.direction()).contains(Direction.RETURN);
        assertThat(verdict.stage()).contains(Stage.SYNACK);
        assertThat(verdict.cause()).contains(Cause.LINK_LOSS);
    }

    @Test
    void aMissingAnswerMakesThePlaceWiderAndAsksForACaptureThere() {
        WalkResult result = byHand("syn-leaves client:eth0 yes", "syn-arrives server:eth0 no");

        assertThat(result.verdict().outcome()).isEqualTo(Outcome.FAILS);
        assertThat(result.verdict().segment()).contains(new Segment("client:eth0", "server:eth0"));
        assertThat(result.verdict().cause()).isEmpty();
        assertThat(result.next())
                .singleElement()
                .satisfies(next -> assertThat(next.point()).startsWith("fw"));
    }

    @Test
    void aNoWithoutAYesBeforeDecidesNothing() {
        WalkResult result = byHand("syn-arrives server:eth0 no");

        assertThat(result.verdict().outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(result.verdict().summary()).contains("client:eth0");
    }

    @Test
    void aServerThatIsReachedAndSendsNothingIsSilent() {
        assertThat(byHand("syn-arrives server:eth0 yes", "synack-leaves server:eth0 no")
                        .verdict()
                        .cause())
                .contains(Cause.SERVER_SILENT);
        assertThat(byHand("synack-leaves server:eth0 no").verdict().outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void theQuestionForTheNextHopComesBeforeThePacket() {
        Verdict verdict = byHand("syn-arrives fw:in yes", "arp-answered fw:out no", "syn-leaves fw:out no")
                .verdict();

        assertThat(verdict.stage()).contains(Stage.ARP);
        assertThat(verdict.segment()).contains(new Segment("fw:out", "server:eth0"));
        assertThat(byHand("route-emits client:eth0 no").verdict().cause()).contains(Cause.CLIENT_NO_ROUTE);
    }

    @Test
    void aFlowThatIsAnsweredByHandWorksAndOneThatIsHalfAnsweredIsOpen() {
        assertThat(byHand("application-answers server:eth0 yes").verdict().outcome())
                .isEqualTo(Outcome.WORKS);
        WalkResult half = byHand("syn-arrives fw:in yes");
        assertThat(half.verdict().outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(half.verdict().summary()).contains("Does the SYN leave fw:out?");
    }

    @Test
    void anAnswerByHandIsAnAssumptionThatIsNamed() {
        Answered answered = asked(byHand("syn-arrives fw:in yes"), "syn-arrives", "fw:in");

        assertThat(answered.answer()).isEqualTo(Answer.YES);
        assertThat(answered.evidence()).isEmpty();
        assertThat(answered.assumptions()).singleElement().asString().contains("by hand");
        assertThat(answered.agreement()).contains(Agreement.UNTOLD);
    }

    @Test
    void aCaptureConfirmsOrContradictsAndCounts() {
        Traffic traffic = new Traffic(folder, POINTS);
        traffic.syn().upTo("fw:in");
        WalkResult result = traffic.pathLine(answers("syn-arrives fw:in yes", "syn-leaves fw:out yes"))
                .walk();

        Answered confirmed = asked(result, "syn-arrives", "fw:in");
        assertThat(confirmed.agreement()).contains(Agreement.CONFIRMED);
        assertThat(confirmed.evidence()).isNotEmpty();
        Answered contradicted = asked(result, "syn-leaves", "fw:out");
        assertThat(contradicted.answer()).isEqualTo(Answer.NO);
        assertThat(contradicted.byHand().map(HandAnswer::answer)).contains(Answer.YES);
        assertThat(contradicted.agreement()).contains(Agreement.CONTRADICTED);
        assertThat(result.verdict().device()).contains("fw");
        assertThat(result.notes()).singleElement().asString().contains("SYN leave fw:out", "opposite");
    }

    @Test
    void anAnswerByHandDecidesWhatTheCapturesLeaveOpen() {
        Traffic traffic = new Traffic(folder, POINTS).withoutFile("fw:out", "server:eth0");
        traffic.syn().upTo("fw:in");
        assertThat(traffic.walk().verdict().outcome()).isEqualTo(Outcome.UNDECIDED);

        WalkResult result = traffic.pathLine(answers("syn-leaves fw:out no")).walk();

        assertThat(result.verdict().outcome()).isEqualTo(Outcome.FAILS);
        assertThat(result.verdict().device()).contains("fw");
        assertThat(asked(result, "syn-leaves", "fw:out").reason()).contains("You said so", "no capture from");
    }

    @Test
    void laterAnswersCountInsteadOfThoseOfTheFileAndUnknownTakesOneBack() {
        Traffic traffic = new Traffic(folder, POINTS).withoutFile(POINTS);
        traffic.pathLine(answers("syn-arrives fw:in yes", "syn-leaves fw:out no"))
                .walk();
        dev.wirewalk.topology.Path path = PathFile.read(folder.resolve("path.yaml"));

        WalkResult changed = new PathWalk((point, filter) -> List.of())
                .walk(
                        path,
                        List.of(
                                new HandAnswer("syn-leaves", "fw:out", Answer.YES),
                                new HandAnswer("syn-arrives", "fw:in", Answer.UNKNOWN)),
                        WalkProgress.SILENT);

        assertThat(changed.verdict().outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(asked(changed, "syn-leaves", "fw:out").answer()).isEqualTo(Answer.YES);
        assertThat(changed.questions()).noneMatch(question -> question.id().equals("syn-arrives"));
    }

    @Test
    void anAnswerToNoQuestionOfThePathIsNamed() {
        assertThat(byHand("syn-flies fw:in yes").notes())
                .singleElement()
                .asString()
                .contains("syn-flies", "left out");
    }

    @Test
    void whatAWalkAsksIsListedBeforeThereIsAnyCapture() {
        Traffic traffic = new Traffic(folder, POINTS);
        traffic.handshake();
        traffic.data(Direction.FORWARD, 10).everywhere();
        traffic.data(Direction.RETURN, 10).everywhere();
        WalkResult result = traffic.walk();
        List<PathQuestion> listed = PathQuestions.of(PathFile.read(folder.resolve("path.yaml")));

        assertThat(listed)
                .extracting(question -> question.id() + " " + question.point())
                .doesNotHaveDuplicates()
                .startsWith("route-emits client:eth0", "arp-answered client:eth0", "syn-leaves client:eth0")
                .endsWith("application-answers server:eth0")
                .containsAll(result.questions().stream()
                        .map(question -> question.id() + " " + question.point())
                        .toList());
        assertThat(result.questions()).hasSizeGreaterThan(15).allMatch(question -> question.answer() == Answer.YES);
    }

    private WalkResult byHand(String... answers) {
        return new Traffic(folder, POINTS)
                .withoutFile(POINTS)
                .pathLine(answers(answers))
                .walk();
    }

    /** Each answer as "question point yes|no". */
    private static String answers(String... answers) {
        StringBuilder yaml = new StringBuilder("answers:");
        for (String answer : answers) {
            String[] words = answer.split(" ", -1);
            yaml.append("\n  - {question: ")
                    .append(words[0])
                    .append(", point: \"")
                    .append(words[1])
                    .append("\", answer: ")
                    .append(words[2])
                    .append('}');
        }
        return yaml.toString();
    }

    private static Answered asked(WalkResult result, String id, String point) {
        Optional<Answered> found = result.questions().stream()
                .filter(question -> question.id().equals(id) && question.point().equals(point))
                .findFirst();
        return found.orElseThrow();
    }
}
