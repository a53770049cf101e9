package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.html.Div;
import dev.wirewalk.inspection.Inspection;
import dev.wirewalk.inspection.InspectionResult;
import dev.wirewalk.store.OpenFile;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** One open file: facts, findings and conversations, and below them the conversation and the packet that are open. */
final class OpenCapture extends Div {
    private final transient OpenFile file;
    private final transient LongConsumer opened;
    private final PacketsCard packets;
    private final PacketCard packet;
    private final ConversationPlots plots;

    /** @param opened told the number of the frame that is opened, 0 when it is closed again */
    OpenCapture(OpenFile file, LongConsumer opened) {
        this.file = file;
        this.opened = opened;
        setClassName("ww-stack");
        Inspection inspection = file.inspection();
        InspectionResult result = inspection.result();
        OptionalLong begin = begin(result);
        packets = new PacketsCard(file, begin, this::openFrame);
        packet = new PacketCard(file, this::closed);
        plots = new ConversationPlots(file);
        add(new FactsCard(result), new FindingsCard(file, this::showFrame));
        if (!result.events().isEmpty()) {
            add(new EventsCard(result, this::showFrame));
        }
        if (FilePlots.worthDrawing(inspection.rates())) {
            add(new FilePlots(inspection.rates()));
        }
        if (inspection.conversations().count() > 0) {
            add(new ConversationsCard(file, begin, this::openConversation));
        }
        packets.add(plots);
        add(packets, packet);
    }

    private void openConversation(int index) {
        packets.open(index);
        plots.open(index);
    }

    private static OptionalLong begin(InspectionResult result) {
        Optional<Instant> first = result.firstTime().map(Instant::parse);
        return first.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(first.get().getEpochSecond() * 1_000_000_000L
                        + first.get().getNano());
    }

    /** Opens a frame with the conversation that it belongs to. */
    void showFrame(long number) {
        int conversation = file.use(-1, (capture, frames) -> {
            long index = frames.indexOf(number);
            return index < 0 ? -1 : frames.conversation(index);
        });
        if (conversation >= 0) {
            openConversation(conversation);
            packets.choose(number);
        }
        openFrame(number);
    }

    private void openFrame(long number) {
        packet.open(number);
        opened.accept(number);
    }

    private void closed() {
        packets.focus();
        opened.accept(0);
    }
}
