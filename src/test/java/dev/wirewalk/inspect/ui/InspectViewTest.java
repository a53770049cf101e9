package dev.wirewalk.inspect.ui;

import static dev.wirewalk.finding.Script.ACK;
import static dev.wirewalk.finding.Script.PUSH_ACK;
import static dev.wirewalk.finding.Script.RST_ACK;
import static dev.wirewalk.finding.Script.SYN;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinSession;
import dev.wirewalk.finding.Script;
import dev.wirewalk.store.DeskFile;
import dev.wirewalk.store.InspectionDesk;
import dev.wirewalk.store.Investigations;
import dev.wirewalk.store.SessionInvestigation;
import dev.wirewalk.store.StoreSettings;
import dev.wirewalk.store.UploadRefused;
import dev.wirewalk.store.UploadStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

@ViewPackages(classes = InspectView.class)
class InspectViewTest extends BrowserlessTest {
    private static final String CLIENT = "10.0.0.1:40000";
    private static final String SERVER = "10.0.0.2:80";

    @TempDir
    java.nio.file.Path data;

    private Investigations investigations;
    private SessionInvestigation sessions;

    @BeforeEach
    void open() {
        StoreSettings settings = new StoreSettings(
                DataSize.ofKilobytes(100), DataSize.ofKilobytes(200), DataSize.ofBytes(0), Duration.ofHours(1));
        investigations = new Investigations(new UploadStore(data, settings), (path, answers, progress) -> {
            throw new AssertionError("nothing is walked here");
        });
        sessions = new SessionInvestigation(investigations);
    }

    @AfterEach
    void close() throws IOException {
        investigations.close();
    }

    /** A conversation with a repeat, one that is refused, and a third. */
    private static byte[] threeConversations() {
        return new Script()
                .handshake(CLIENT, SERVER)
                .tcp(CLIENT, SERVER, PUSH_ACK, 1001, 5001, "GET / HTTP/1.0\r\n\r\n")
                .at(1)
                .tcp(CLIENT, SERVER, PUSH_ACK, 1001, 5001, "GET / HTTP/1.0\r\n\r\n")
                .tcp(SERVER, CLIENT, ACK, 5001, 1019, "HTTP/1.0 200 OK\r\n\r\n")
                .close(CLIENT, SERVER, 1019, 5020)
                .at(2)
                .tcp("10.0.0.1:40001", "10.0.0.3:443", SYN, 1, 0, 0)
                .tcp("10.0.0.3:443", "10.0.0.1:40001", RST_ACK, 0, 2, 0)
                .udp("10.0.0.1:40002", "10.0.0.4:9999", new byte[300])
                .bytes();
    }

    @Test
    void theEmptyPageTeaches() {
        InspectView view = show();
        assertThat(text(view))
                .contains("Inspect one capture at a time", "Handshakes that fail", "Up to 100 KiB a file");
    }

    @Test
    void aCaptureShowsItsFactsFindingsAndConversations() throws Exception {
        InspectView view = show();
        give("shop.pcap", threeConversations());
        assertThat(text($(FactsCard.class).single())).contains("shop.pcap", "12 packets", "2 TCP, 1 UDP conversations");
        assertThat(text($(FindingsCard.class).single())).contains("10.0.0.3:443", "frames", "in Wireshark");
        assertThat(rows()).hasSize(3);
        assertThat(text(view)).doesNotContain(data.toString());
    }

    @Test
    void conversationsAreSortedByAColumn() throws Exception {
        show();
        give("shop.pcap", threeConversations());
        assertThat(servers()).containsExactly("10.0.0.2:80", "10.0.0.4:9999", "10.0.0.3:443");
        Grid<Integer> grid = conversations();
        grid.sort(List.of(new GridSortOrder<>(grid.getColumnByKey("START"), SortDirection.DESCENDING)));
        assertThat(servers()).containsExactly("10.0.0.4:9999", "10.0.0.3:443", "10.0.0.2:80");
    }

    @Test
    void aFilterKeepsSomeAndAWrongOneSaysWhereAndKeepsTheOld() throws Exception {
        show();
        give("shop.pcap", threeConversations());
        test(filter()).setValue("tcp port 443");
        assertThat(servers()).containsExactly("10.0.0.3:443");
        assertThat(text($(ConversationsCard.class).single())).contains("1 of 3");
        test(filter()).setValue("tcp prot 443");
        assertThat(text($(ConversationsCard.class).single())).contains("column 5");
        assertThat(servers()).containsExactly("10.0.0.3:443");
        test(filter()).setValue("tcp[tcpflags] & tcp-rst != 0");
        assertThat(servers()).hasSize(2);
        assertThat(text($(ConversationsCard.class).single())).contains("looks at single packets");
        test(filter()).setValue("");
        assertThat(rows()).hasSize(3);
    }

    @Test
    void aFrameOfAFindingOpensItsConversationAndItsPacketAndEscapeClosesIt() throws Exception {
        show();
        give("shop.pcap", threeConversations());
        NativeButton frame = $(NativeButton.class).all().stream()
                .filter(button -> "#11".equals(button.getText()) || "#10".equals(button.getText()))
                .findFirst()
                .orElseThrow();
        test(frame).click();
        assertThat(text($(PacketsCard.class).single())).contains("10.0.0.1:40001 → 10.0.0.3:443");
        assertThat($(PacketsCard.class).single().summaries())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("[SYN]  seq 0");
        assertThat(text($(PacketCard.class).single())).contains("Ethernet Header", "TCP Header", "000000");
        labelled("Close the packet (Esc)").click();
        assertThat($(PacketCard.class).exists()).isFalse();
    }

    @Test
    void whatIsNoCaptureIsSaidAndCanBeDismissed() throws Exception {
        InspectView view = show();
        give("notes.txt", "it is slow since noon\n".getBytes(StandardCharsets.UTF_8));
        assertThat(text(view)).contains("notes.txt", "It is text, but none of its lines");
        labelled("Dismiss the message about notes.txt").click();
        settle();
        assertThat($(DeskFiles.class).single().getChildren()).isEmpty();
        assertThat(text(view)).contains("Inspect one capture at a time");
    }

    @Test
    void aLinkNamesTheFileAndTheFrame() throws Exception {
        InspectView view = show();
        give("a.pcap", threeConversations());
        String first = desk().files().getFirst().id();
        give("b.pcap", threeConversations());
        assertThat(text($(FactsCard.class).single())).contains("b.pcap");
        view.follow(Optional.of(first), 4);
        roundTrip();
        assertThat(text($(FactsCard.class).single())).contains("a.pcap");
        assertThat(text($(PacketCard.class).single())).contains("Frame 4");
    }

    @Test
    void aLinkToAFileOfAnotherSessionSaysSo() throws Exception {
        InspectView view = show();
        view.follow(Optional.of("elsewhere"), 0);
        assertThat(text(view)).contains("The file of this link is not here");
        give("a.pcap", threeConversations());
        assertThat(text($(FactsCard.class).single())).contains("a.pcap");
    }

    @Test
    void whatADeviceSaidStandsByItsFrame() throws Exception {
        show();
        give(
                "trace.txt",
                ("id=20085 trace_id=7 func=print_pkt_detail line=5888 msg=\"vd-root:0 received a packet(proto=6,"
                                + " 10.1.1.1:1025->10.2.2.2:443) tun_id=0.0.0.0 from port1. flag [S], seq 100, ack 0, win 512\"\n"
                                + "id=20085 trace_id=7 func=fw_forward_handler line=879 msg=\"Denied by forward policy check"
                                + " (policy 0)\"\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat($(EventsCard.class).exists()).isTrue();
        assertThat(text($(FindingsCard.class).single())).contains("dropped some");
    }

    private InspectView show() {
        InspectView view = new InspectView(sessions);
        UI.getCurrent().add(view);
        return view;
    }

    private Button labelled(String label) {
        return $(Button.class)
                .withCondition(
                        button -> button.getAriaLabel().filter(label::equals).isPresent())
                .single();
    }

    private InspectionDesk desk() {
        return sessions.deskOf(VaadinSession.getCurrent());
    }

    private void give(String name, byte[] bytes) throws UploadRefused, InterruptedException {
        desk().receive(name, bytes.length, new ByteArrayInputStream(bytes));
        settle();
    }

    private void settle() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (desk().files().stream()
                .anyMatch(file ->
                        file.stage() instanceof DeskFile.Receiving || file.stage() instanceof DeskFile.Reading)) {
            assertThat(System.nanoTime()).as("time for reading").isLessThan(end);
            Thread.sleep(5);
        }
        $(InspectView.class).single().show(desk().files());
    }

    @SuppressWarnings("unchecked")
    private Grid<Integer> conversations() {
        return (Grid<Integer>)
                $(Grid.class, $(ConversationsCard.class).single()).single();
    }

    private List<Integer> rows() {
        Grid<Integer> grid = conversations();
        return Stream.iterate(0, row -> row + 1)
                .limit(test(grid).size())
                .map(row -> test(grid).getRow(row))
                .toList();
    }

    private List<String> servers() {
        Grid<Integer> grid = conversations();
        return Stream.iterate(0, row -> row + 1)
                .limit(test(grid).size())
                .map(row -> test(grid).getCellText(row, 1))
                .toList();
    }

    private TextField filter() {
        return $(TextField.class).single();
    }

    private static String text(Component component) {
        StringBuilder text = new StringBuilder();
        elements(component.getElement())
                .filter(Element::isTextNode)
                .forEach(each -> text.append(each.getText()).append(' '));
        return text.toString();
    }

    private static Stream<Element> elements(Element element) {
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(InspectViewTest::elements));
    }
}
