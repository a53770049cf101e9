package dev.wirewalk.walk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinSession;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.diagnosis.Answer;
import dev.wirewalk.diagnosis.Answered;
import dev.wirewalk.diagnosis.Cause;
import dev.wirewalk.diagnosis.Delays;
import dev.wirewalk.diagnosis.Evidence;
import dev.wirewalk.diagnosis.Ladder;
import dev.wirewalk.diagnosis.Outcome;
import dev.wirewalk.diagnosis.Verdict;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.match.Direction;
import dev.wirewalk.store.Investigation;
import dev.wirewalk.store.Investigations;
import dev.wirewalk.store.SessionInvestigation;
import dev.wirewalk.store.StoreSettings;
import dev.wirewalk.store.UploadStore;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.draft.FlowDraft;
import dev.wirewalk.topology.draft.PathDraft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

@ViewPackages(classes = WalkView.class)
class WalkViewTest extends BrowserlessTest {
    private static final byte[] EMPTY_CAPTURE =
            HexFormat.of().parseHex("d4c3b2a1" + "02000400" + "00000000" + "00000000" + "00000400" + "01000000");

    @TempDir
    java.nio.file.Path data;

    private Investigations investigations;
    private SessionInvestigation sessions;

    @BeforeEach
    void open() {
        StoreSettings settings = new StoreSettings(
                DataSize.ofKilobytes(10), DataSize.ofKilobytes(20), DataSize.ofBytes(0), Duration.ofHours(1));
        investigations = new Investigations(new UploadStore(data, settings), (path, answers, progress) -> result(path));
        sessions = new SessionInvestigation(investigations);
    }

    @AfterEach
    void close() throws IOException {
        investigations.close();
    }

    @Test
    void theEmptyPageTeachesAndBeginsWithFourPoints() {
        WalkView view = show();
        assertThat(text(view)).contains("Draw the path.", "Capture at the points.", "Bring back the files.");
        assertThat(boxes()).isEmpty();

        click("Start with client · fw · fw · server");

        assertThat(boxes()).hasSize(4);
        assertThat(text(view))
                .contains("Fill in client and server of the flow", "Up to 10 KiB a file and 20 KiB in all");
        assertThat($(EmptyCard.class).exists()).isFalse();
    }

    @Test
    void aWrongFieldSaysSoAtItsPlace() {
        show();
        click("Start with client · fw · fw · server");

        test(field("Client")).setValue("10.0.0.300");
        assertThat(field("Client").isInvalid()).isTrue();
        assertThat(field("Client").getErrorMessage()).isEqualTo("Not an IPv4 or IPv6 address.");
        assertThat(field("Server").getErrorMessage()).contains("leave all flow fields empty");

        test(field("Client")).setValue("10.0.0.30");
        test(field("Server")).setValue("10.0.1.30");
        assertThat(field("Client").isInvalid()).isFalse();
        assertThat(text(UI.getCurrent())).contains("tcpdump -i eth0");
    }

    @Test
    void theResultNamesTheFailingStretchAndItsEvidence() throws Exception {
        WalkView view = show();
        investigation().change(draft -> PathDraft.fourPoints());
        receive(0, "from the client.pcap", EMPTY_CAPTURE);
        receive(3, "server.pcap", EMPTY_CAPTURE);
        settle();

        assertThat(text($(VerdictCard.class).single()))
                .contains(
                        "Fails.",
                        "The SYN leaves fw-out and never arrives at server.",
                        "link_loss",
                        "server was recording");
        assertThat(text($(QuestionsCard.class).single()))
                .contains("Does the SYN leave client?", "from the client.pcap #3 #5", "no: ")
                .doesNotContain(data.toString());
        assertThat(elements(view.getElement())
                        .filter(element -> element.getClassList().contains("ww-stretch"))
                        .map(element -> element.getAttribute("aria-label")))
                .containsExactly(
                        "client to fw-in: not known", "fw-in to fw-out: not known", "fw-out to server: ✕ lost here");
    }

    @Test
    void aFileThatIsNoCaptureIsSaidAtThePoint() throws Exception {
        show();
        click("Start with client · fw · fw · server");
        receive(0, "client.pcap", EMPTY_CAPTURE);
        receive(0, "x.pcap", "plain words".getBytes(StandardCharsets.UTF_8));
        settle();

        assertThat(text($(PointPanel.class).single()))
                .contains("x.pcap", "It is not used.", "client.pcap", "0 packets", "The capture is empty");
        assertThat(text(boxes().getFirst())).contains("0 packets · ! 1 not used");
    }

    @Test
    void aCaptureOfWhichNoPacketCanBeReadIsNotCalledEmpty() throws Exception {
        show();
        click("Start with client · fw · fw · server");
        byte[] damaged = Arrays.copyOf(EMPTY_CAPTURE, EMPTY_CAPTURE.length + 40);
        Arrays.fill(damaged, EMPTY_CAPTURE.length, damaged.length, (byte) 0x7f);
        receive(0, "client.pcap", damaged);
        settle();

        assertThat(text($(PointPanel.class).single()))
                .contains("0 packets", "No packet of it could be read")
                .doesNotContain("The capture is empty");
    }

    @Test
    void leavingThePageLosesNothing() throws Exception {
        WalkView left = show();
        investigation().change(draft -> PathDraft.fourPoints().withFlow(new FlowDraft("udp", "::1", "", "::2", "53")));
        receive(0, "client.pcap", EMPTY_CAPTURE);
        UI.getCurrent().remove(left);
        receive(1, "in.pcap", EMPTY_CAPTURE);
        settle();

        show();

        assertThat(boxes())
                .extracting(WalkViewTest::text)
                .satisfies(shown -> assertThat(shown.get(1)).contains("0 packets"));
        assertThat(field("Client").getValue()).isEqualTo("::1");
        assertThat($(VerdictCard.class).exists()).isTrue();
    }

    @Test
    void pointsMoveAndGoByTheirButtons() {
        show();
        click("Start with client · fw · fw · server");

        labelled("Move towards the server (Alt+Right)").click();
        assertThat(boxes())
                .extracting(box -> text(box).split(" ")[0])
                .containsExactly("fw-in", "client", "fw-out", "server");
        labelled("Remove this point and its files").click();
        assertThat(boxes()).extracting(box -> text(box).split(" ")[0]).containsExactly("fw-in", "fw-out", "server");
    }

    private WalkView show() {
        WalkView view = new WalkView(sessions, ToolCatalogue.standard());
        UI.getCurrent().add(view);
        return view;
    }

    private Investigation investigation() {
        return sessions.of(VaadinSession.getCurrent());
    }

    private void receive(int place, String name, byte[] content) throws IOException {
        String point = investigation().state().draft().points().get(place).id();
        investigation().receive(point, name, content.length, new ByteArrayInputStream(content));
    }

    /** Waits for the walk and lets the page hear of it. */
    private void settle() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (investigation().state().walking()) {
            assertThat(System.nanoTime()).as("the walk ends within 5 s").isLessThan(end);
            Thread.sleep(5);
        }
        // The last report may still be on its way to the page.
        Thread.sleep(50);
        roundTrip();
    }

    private List<NativeButton> boxes() {
        return $(NativeButton.class).withClassName("ww-point").all();
    }

    private TextField field(String label) {
        return $(TextField.class).withPropertyValue(TextField::getLabel, label).single();
    }

    private void click(String words) {
        $(Button.class).withText(words).single().click();
    }

    private Button labelled(String label) {
        return $(Button.class)
                .withCondition(
                        button -> button.getAriaLabel().filter(label::equals).isPresent())
                .single();
    }

    private static String text(Component component) {
        return elements(component.getElement())
                .filter(Element::isTextNode)
                .map(Element::getText)
                .reduce("", (all, word) -> all + " " + word)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Stream<Element> elements(Element element) {
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(WalkViewTest::elements));
    }

    private static WalkResult result(Path path) {
        Verdict verdict = Results.between("fw-out", "server", Outcome.FAILS, Direction.FORWARD, Cause.LINK_LOSS);
        String file = path.points().stream()
                .flatMap(point -> point.files().stream())
                .findFirst()
                .orElseThrow()
                .toString();
        return new WalkResult(
                verdict,
                List.of(),
                List.of(),
                List.of(
                        new Answered(
                                "syn-leaves",
                                "client",
                                "Does the SYN leave client?",
                                Answer.YES,
                                List.of(new Evidence(file, 3), new Evidence(file, 5)),
                                List.of(),
                                ""),
                        new Answered(
                                "syn-arrives",
                                "server",
                                "Does the SYN arrive at server?",
                                Answer.NO,
                                List.of(),
                                List.of("server was recording"),
                                "")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Ladder.empty(),
                List.of(),
                List.of(),
                Delays.none(),
                List.of());
    }
}
