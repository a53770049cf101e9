package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.ValueProvider;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.flow.Conversation;
import dev.wirewalk.flow.ConversationState;
import dev.wirewalk.inspection.ConversationFilter;
import dev.wirewalk.inspection.ConversationRows;
import dev.wirewalk.inspection.ConversationSort;
import dev.wirewalk.inspection.Extract;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.shell.ui.TextError;
import dev.wirewalk.store.ByteCount;
import dev.wirewalk.store.OpenFile;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** All conversations of the file, as many rows as are in sight; sorted by a column, filtered in the filter language. */
final class ConversationsCard extends Section {
    private final transient ConversationRows rows;
    private final transient OptionalLong begin;
    private final Grid<Integer> grid = new Grid<>();
    private final TextField filterText = new TextField("Only conversations with");
    private final TextError error = new TextError(filterText, "conversation-filter-error");
    private final Span count = new Span();
    /** Read by downloads, which run beside the page. */
    private transient volatile Optional<ConversationFilter> filter = Optional.empty();

    private transient Order order = new Order(new int[0], ConversationSort.BYTES, true, Optional.empty());

    /** The rows in the order in which they were last asked for. */
    private record Order(
            int[] indices, ConversationSort sort, boolean descending, Optional<ConversationFilter> filter) {}

    /** @param chosen told the index of the conversation that the person opens */
    ConversationsCard(OpenFile file, OptionalLong begin, IntConsumer chosen) {
        rows = file.inspection().conversations();
        this.begin = begin;
        addClassNames("ww-card", "ww-conversations");
        getElement().setAttribute("aria-label", "Conversations");
        count.setClassName("ww-soft");
        Download export = new Download(file, "Export these as pcapng", "conversations", this::kept);
        Div head = new Div(new H2("Conversations"), count, export);
        head.setClassName("ww-head");
        add(head, filterField(), error, grid);
        columns();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setMultiSort(false);
        grid.setAriaLabel("Conversations");
        Rows.open(grid, chosen::accept);
        CallbackDataProvider<Integer, Void> data =
                DataProvider.fromCallbacks(this::page, query -> ordered(query).indices().length);
        grid.setDataProvider(data);
        show();
    }

    private TextField filterField() {
        filterText.setWidthFull();
        filterText.setPlaceholder("every one; for example: host 10.0.0.1 and tcp port 443");
        filterText.setClearButtonVisible(true);
        filterText.setManualValidation(true);
        filterText.setValueChangeMode(ValueChangeMode.TIMEOUT);
        filterText.getElement().setAttribute("data-key", "/");
        filterText.getElement().setAttribute("spellcheck", "false");
        filterText.getElement().setAttribute("autocapitalize", "off");
        filterText.addValueChangeListener(change -> filterBy(change.getValue()));
        return filterText;
    }

    /** The packets of the conversations that the filter keeps. */
    private Extract.Choice kept() {
        BitSet kept = new BitSet();
        for (int index : rows.sorted(ConversationSort.INDEX, false, filter)) {
            kept.set(index);
        }
        return (frames, index) -> frames.conversation(index) >= 0 && kept.get(frames.conversation(index));
    }

    private void filterBy(String typed) {
        try {
            filter =
                    typed.isBlank() ? Optional.empty() : Optional.of(new ConversationFilter(FilterParser.parse(typed)));
            error.clear();
            show();
        } catch (FilterSyntaxException wrong) {
            error.show(typed, String.valueOf(wrong.getMessage()), wrong.column());
        }
    }

    private void show() {
        grid.getDataProvider().refreshAll();
        int kept = ordered(new Query<>()).indices().length;
        String open = filter.filter(given -> !given.exact()).isPresent()
                ? "; a part of the filter looks at single packets: conversations that may have such packets are kept"
                : "";
        count.setText((filter.isPresent() ? Numbers.count(kept) + " of " : "") + Numbers.count(rows.count()) + open);
        grid.setAllRowsVisible(kept <= 8);
    }

    private void columns() {
        column(
                        "client",
                        ConversationSort.INDEX,
                        index -> rows.get(index).client().toString())
                .setAutoWidth(true)
                .setFlexGrow(1);
        grid.addColumn(index -> rows.get(index).server().toString())
                .setHeader("server")
                .setAutoWidth(true)
                .setFlexGrow(1);
        grid.addColumn(index -> protocol(rows.get(index)))
                .setHeader("protocol")
                .setWidth("5.5rem")
                .setFlexGrow(0);
        grid.addComponentColumn(this::state)
                .setHeader("state")
                .setKey(ConversationSort.STATE.name())
                .setSortProperty(ConversationSort.STATE.name())
                .setSortable(true)
                .setWidth("9rem")
                .setFlexGrow(3);
        number(
                "packets",
                ConversationSort.PACKETS,
                index -> Numbers.count(rows.get(index).packets()));
        number(
                "bytes",
                ConversationSort.BYTES,
                index -> ByteCount.of(rows.get(index).bytes()));
        number(
                "begins",
                ConversationSort.START,
                index -> Words.since(rows.get(index).firstNanos(), begin));
        number("lasts", ConversationSort.DURATION, index -> duration(rows.get(index)));
        grid.sort(List.of(
                new GridSortOrder<>(grid.getColumnByKey(ConversationSort.BYTES.name()), SortDirection.DESCENDING)));
    }

    private Grid.Column<Integer> number(String title, ConversationSort sort, ValueProvider<Integer, String> text) {
        return column(title, sort, text)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6.7rem")
                .setFlexGrow(0);
    }

    private Grid.Column<Integer> column(String title, ConversationSort sort, ValueProvider<Integer, String> text) {
        return grid.addColumn(text)
                .setHeader(title)
                .setKey(sort.name())
                .setSortProperty(sort.name())
                .setSortable(true);
    }

    /** The word for those who know it, and what it means. */
    private Span state(int index) {
        ConversationState state = rows.state(index);
        String meaning = Words.meaning(state, rows.get(index).protocol());
        Span both = new Span(Words.mono(state.name()), Words.soft(" " + meaning));
        both.setTitle(meaning);
        return both;
    }

    private static String duration(Conversation conversation) {
        return conversation.firstNanos().isEmpty()
                ? "–"
                : Words.duration(conversation.lastNanos().getAsLong()
                        - conversation.firstNanos().getAsLong());
    }

    static String protocol(Conversation conversation) {
        return switch (conversation.protocol()) {
            case PacketView.TCP -> "TCP";
            case PacketView.UDP -> "UDP";
            case PacketView.ICMP -> "ICMP";
            case PacketView.ICMPV6 -> "ICMPv6";
            case PacketView.SCTP -> "SCTP";
            default -> "IP " + conversation.protocol();
        };
    }

    private Stream<Integer> page(Query<Integer, Void> query) {
        int[] indices = ordered(query).indices();
        return Arrays.stream(indices)
                .skip(query.getOffset())
                .limit(query.getLimit())
                .boxed();
    }

    /** Sorting is done once for an order, not for each page of it. */
    private Order ordered(Query<Integer, Void> query) {
        Optional<QuerySortOrder> wanted = query.getSortOrders().stream().findFirst();
        ConversationSort sort =
                wanted.map(each -> ConversationSort.valueOf(each.getSorted())).orElse(order.sort());
        boolean descending = wanted.map(each -> each.getDirection() == SortDirection.DESCENDING)
                .orElse(order.descending());
        if (order.indices().length == 0
                || order.sort() != sort
                || order.descending() != descending
                || !order.filter().equals(filter)) {
            order = new Order(rows.sorted(sort, descending, filter), sort, descending, filter);
        }
        return order;
    }
}
