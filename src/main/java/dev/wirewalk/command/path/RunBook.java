package dev.wirewalk.command.path;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.Step;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.profile.Phase;
import dev.wirewalk.profile.Risk;
import java.util.List;
import java.util.Set;

/**
 * The commands of a path in the order in which they are typed, as Markdown: everything is prepared first; then the captures
 * start from the server back to the client, so that no packet passes a point that does not record yet.
 */
public final class RunBook {
    private static final String FENCE = "```";

    private final PathPlan plan;
    private final StringBuilder text = new StringBuilder();

    private RunBook(PathPlan plan) {
        this.plan = plan;
    }

    public static String of(PathPlan plan) {
        RunBook book = new RunBook(plan);
        book.write();
        return book.text.toString();
    }

    private void write() {
        line("# Captures along the path");
        line("Asked for, in the addresses that the client uses: `" + shown(plan.filter()) + "`");
        line("## Points");
        plan.points().forEach(this::point);
        plan.unplanned()
                .forEach(point -> line("**" + words(point.point()) + "**: no commands. " + words(point.reason())));
        int rounds = plan.points().stream()
                .mapToInt(point -> point.plan().runs())
                .max()
                .orElse(0);
        for (int round = 1; round <= rounds; round++) {
            round(round, rounds);
        }
    }

    private void point(PointPlan point) {
        CapturePlan tool = point.plan();
        String at = point.interfaceName().isEmpty() ? "" : ", " + point.interfaceName();
        line("### " + words(point.name()) + ": " + words(point.device() + at) + ", " + tool.tool() + " "
                + tool.version());
        line("Filter here: `" + shown(point.filter()) + "`, coverage "
                + tool.coverage().word() + ".");
        tool.gaps().forEach(gap -> {
            String narrow = gap.narrow().isEmpty() ? "" : " When reading, narrow with `" + gap.narrow() + "`.";
            item("not said: `" + shown(gap.term()) + "`. " + words(gap.reason()) + narrow);
        });
        tool.warnings().forEach(warning -> item("**" + warning.level().word() + "**: " + words(warning.text())));
        text.append('\n');
    }

    private void round(int round, int rounds) {
        if (rounds > 1) {
            line("# Round " + round + " of " + rounds);
            line(
                    "A tool that cannot say the filter at once says one part in each round; the others take part again where they are named.");
        }
        List<PointPlan> forward = plan.points().stream()
                .filter(point -> point.plan().coverage() != Coverage.UNSUPPORTED
                        && point.plan().runs() >= round)
                .toList();
        phase("Prepare", forward, round, Set.of(Phase.PREPARE));
        phase("Start, from the server back to the client", forward.reversed(), round, Set.of(Phase.START));
        line("## Reproduce the problem");
        line("Note the time at which it happens, and the addresses and ports of an attempt that fails.");
        phase("Watch", forward, round, Set.of(Phase.WATCH));
        phase("Stop, from the client on", forward, round, Set.of(Phase.STOP));
        phase("Export", forward, round, Set.of(Phase.EXPORT));
        phase("Clean up, also when something above was broken off", forward, round, Set.of(Phase.CLEANUP));
    }

    private void phase(String title, List<PointPlan> points, int run, Set<Phase> phases) {
        boolean any = points.stream()
                .flatMap(point -> point.plan().steps().stream())
                .anyMatch(step -> step.run() == run && phases.contains(step.phase()));
        if (!any) {
            return;
        }
        line("## " + title);
        for (PointPlan point : points) {
            for (Step step : point.plan().steps()) {
                if (step.run() == run && phases.contains(step.phase())) {
                    step(point, step);
                }
            }
        }
    }

    private void step(PointPlan point, Step step) {
        String risk = step.risk() == Risk.NONE ? "" : " **" + step.risk().word() + "**";
        String sentence = words(step.why());
        line("**" + words(point.name()) + "**" + risk + ": " + sentence);
        if (step.mustBePressed()) {
            line("Press " + step.command() + ".");
        } else {
            line(FENCE + "\n" + step.command() + "\n" + FENCE);
        }
    }

    private void line(String line) {
        text.append(line).append("\n\n");
    }

    private void item(String line) {
        text.append("- ").append(line).append('\n');
    }

    private static String shown(String filter) {
        return filter.isEmpty() ? "every packet" : filter;
    }

    /** Text of the path file or a profile as words of Markdown, on one line. */
    private static String words(String text) {
        return text.replaceAll("\\R", " ").replaceAll("([\\\\`*_<>\\[\\]#|])", "\\\\$1");
    }
}
