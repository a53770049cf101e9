package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import dev.wirewalk.flow.Conversation;
import dev.wirewalk.inspection.Extract;
import dev.wirewalk.inspection.FrameIndex;
import dev.wirewalk.inspection.PacketWords;
import dev.wirewalk.inspection.stream.Dialogue;
import dev.wirewalk.inspection.stream.DialogueReader;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.store.OpenFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The packets of the conversation that is open. Only the rows in sight are read from the file. */
final class PacketsCard extends Section {
    private final transient OpenFile file;
    private final transient OptionalLong begin;
    private final Grid<PacketRow> grid = new Grid<>();
    private final H2 title = new H2();
    private final Span state = new Span();
    private final Button follow = new Button("Follow stream", click -> follow());
    private transient long[] indices = {};
    private transient SequenceBases bases = SequenceBases.NONE;
    /** Read by downloads, which run beside the page. */
    private volatile int conversation = -1;

    /** @param openFrame told the number of the frame that the person opens */
    PacketsCard(OpenFile file, OptionalLong begin, LongConsumer openFrame) {
        this.file = file;
        this.begin = begin;
        addClassNames("ww-card", "ww-packets");
        getElement().setAttribute("aria-label", "Packets");
        state.setClassName("ww-soft");
        follow.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        follow.addClassName("ww-follow");
        Download export = new Download(file, "Export as pcapng", "conversation", this::chosen);
        Div head = new Div(title, state, follow, export);
        head.setClassName("ww-head");
        add(head, grid);
        columns();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setAriaLabel("Packets");
        Rows.open(grid, row -> openFrame.accept(row.number()));
        grid.setDataProvider(new CallbackDataProvider<>(this::page, query -> indices.length, PacketRow::number));
        setVisible(false);
    }

    private void columns() {
        grid.addColumn(row -> Numbers.count(row.number()))
                .setHeader("frame")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("5rem")
                .setFlexGrow(0);
        grid.addColumn(row -> Words.since(row.nanos(), begin))
                .setHeader("time")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("7.5rem")
                .setFlexGrow(0);
        grid.addColumn(row -> row.fromClient() ? "client →" : "← server")
                .setHeader("way")
                .setWidth("6.5rem")
                .setFlexGrow(0);
        grid.addColumn(row -> Numbers.count(row.length()))
                .setHeader("length")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("5rem")
                .setFlexGrow(0);
        grid.addComponentColumn(row -> Words.titled(Words.mono(row.summary())))
                .setHeader("packet")
                .setWidth("16rem")
                .setFlexGrow(3);
        grid.addComponentColumn(PacketsCard::analysis)
                .setHeader("analysis")
                .setWidth("8rem")
                .setFlexGrow(1);
    }

    private static Span analysis(PacketRow row) {
        String copy = (row.flags() & FrameIndex.COPY) != 0 ? "copy" : "";
        String words = PacketWords.analysis(row.flags() & ~(FrameIndex.COPY | FrameIndex.CUT));
        Span span = new Span(copy + (copy.isEmpty() || words.isEmpty() ? "" : ", ") + words);
        span.setClassName(words.isEmpty() ? "ww-soft" : "ww-level unknown");
        return Words.titled(span);
    }

    private PacketRow row(int at) {
        Conversation of = file.inspection().conversations().get(conversation);
        return file.use(PacketRow.GONE, (capture, frames) -> PacketRow.read(capture, frames, indices[at], of, bases));
    }

    /** Reads the rows that come into sight, each once for all its columns. */
    private Stream<PacketRow> page(Query<PacketRow, Void> query) {
        return IntStream.range(
                        Math.min(query.getOffset(), indices.length),
                        Math.min(query.getOffset() + query.getLimit(), indices.length))
                .mapToObj(this::row);
    }

    /** Shows the packets of this conversation. */
    void open(int index) {
        if (index == conversation) {
            return;
        }
        conversation = index;
        Conversation opened = file.inspection().conversations().get(index);
        indices = file.use(new long[0], (capture, frames) -> frames.of(index));
        bases = file.use(SequenceBases.NONE, (capture, frames) -> SequenceBases.of(capture, frames, indices, opened));
        title.setText(ConversationsCard.protocol(opened) + " " + opened.client() + " → " + opened.server());
        state.setText(Numbers.count(indices.length, "packet") + "; "
                + Words.meaning(file.inspection().conversations().state(index), opened.protocol()));
        follow.setVisible(DialogueReader.follows(opened));
        grid.getDataProvider().refreshAll();
        grid.setAllRowsVisible(indices.length <= 12);
        setVisible(true);
        getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private Extract.Choice chosen() {
        int wanted = conversation;
        return (frames, index) -> frames.conversation(index) == wanted;
    }

    private void follow() {
        Conversation followed = file.inspection().conversations().get(conversation);
        file.use(
                        Optional.<Dialogue>empty(),
                        (capture, frames) -> Optional.of(DialogueReader.read(capture, frames, indices, followed)))
                .ifPresent(dialogue -> new FollowDialog(title.getText(), dialogue).open());
    }

    /** Takes the focus back from a packet that is closed. */
    void focus() {
        grid.getElement().executeJs("this.focus()");
    }

    /** Marks the row of a frame and brings it into sight. */
    void choose(long number) {
        long index = file.use(-1L, (capture, frames) -> frames.indexOf(number));
        int row = Arrays.binarySearch(indices, index);
        if (row >= 0) {
            grid.asSingleSelect().setValue(row(row));
            grid.scrollToIndex(row);
        }
    }

    /** The rows that are known, for tests. */
    List<String> summaries() {
        return IntStream.range(0, indices.length)
                .mapToObj(at -> row(at).summary())
                .toList();
    }
}
