package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import dev.wirewalk.flow.Conversation;
import dev.wirewalk.inspection.FrameIndex;
import dev.wirewalk.inspection.Sender;
import dev.wirewalk.inspection.plot.ConversationCourse;
import dev.wirewalk.inspection.plot.ConversationCourse.Direction;
import dev.wirewalk.packet.Innermost;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.store.OpenFile;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The course of the conversation that is open: round-trip times, throughput, outstanding data. */
final class ConversationPlots extends Div {
    private static final int FEWEST = 3;

    private final transient OpenFile file;

    ConversationPlots(OpenFile file) {
        this.file = file;
        setClassName("ww-plots");
        setVisible(false);
    }

    /** Shows the course of this conversation; nothing where there is too little of it. */
    void open(int index) {
        removeAll();
        Conversation conversation = file.inspection().conversations().get(index);
        Optional<ConversationCourse> course =
                conversation.packets() < FEWEST ? Optional.empty() : course(index, conversation);
        setVisible(course.isPresent());
        course.ifPresent(found -> show(found, conversation.protocol() == PacketView.TCP));
    }

    private Optional<ConversationCourse> course(int index, Conversation conversation) {
        if (conversation.firstNanos().isEmpty() || conversation.firstNanos().equals(conversation.lastNanos())) {
            return Optional.empty();
        }
        ConversationCourse course = new ConversationCourse(
                conversation.firstNanos().getAsLong(), conversation.lastNanos().getAsLong());
        Innermost innermost = new Innermost();
        return file.use(Optional.empty(), (capture, frames) -> {
            for (long at : frames.of(index)) {
                if ((frames.flags(at) & FrameIndex.COPY) == 0) {
                    capture.visit(frames.place(at), frames.number(at), frame -> {
                        PacketView packet = innermost.of(frame.packet());
                        course.add(frame, packet, Sender.isClient(packet, conversation));
                    });
                }
            }
            return Optional.of(course);
        });
    }

    private void show(ConversationCourse course, boolean tcp) {
        Div plots = new Div();
        plots.setClassName("ww-plot-row");
        double seconds = course.width() / 1e9;
        double perSecond = 8 / seconds;
        plots.add(plot(
                "Throughput",
                "bit/s",
                course,
                bin -> course.forward().payload(bin) * perSecond,
                bin -> course.backward().payload(bin) * perSecond));
        if (tcp) {
            plots.add(
                    plot(
                            "Round-trip time",
                            "ms",
                            course,
                            bin -> roundTrip(course.forward(), bin),
                            bin -> roundTrip(course.backward(), bin)),
                    plot(
                            "Outstanding data",
                            "bytes",
                            course,
                            bin -> course.forward().outstanding(bin),
                            bin -> course.backward().outstanding(bin)));
        }
        Details details = new Details("Course of this conversation", plots);
        details.setOpened(true);
        add(details);
    }

    private static double roundTrip(Direction direction, int bin) {
        return direction.roundTrip(bin) / 1e6;
    }

    private static Plot plot(
            String title,
            String unit,
            ConversationCourse course,
            IntToDoubleFunction client,
            IntToDoubleFunction server) {
        double[] fromClient = values(course, client);
        double[] fromServer = values(course, server);
        return new Plot(
                title,
                unit,
                course.width() / 1e9,
                List.of(
                        new Plot.Line("client →", "accent", fromClient),
                        new Plot.Line("← server", "unknown", fromServer)),
                "Most of the client " + most(fromClient) + " " + unit + ", of the server " + most(fromServer) + " "
                        + unit + ".");
    }

    private static double[] values(ConversationCourse course, IntToDoubleFunction value) {
        return IntStream.range(0, course.bins()).mapToDouble(value).toArray();
    }

    private static String most(double[] values) {
        return Numbers.count(Math.round(java.util.Arrays.stream(values).max().orElse(0)));
    }
}
