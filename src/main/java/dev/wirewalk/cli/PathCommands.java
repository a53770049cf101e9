package dev.wirewalk.cli;

import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.command.path.PathPlan;
import dev.wirewalk.command.path.PathPlanException;
import dev.wirewalk.command.path.PathPlanner;
import dev.wirewalk.command.path.PointPlan;
import dev.wirewalk.command.path.RunBook;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.topology.PathFile;
import dev.wirewalk.topology.PathFileException;
import java.nio.file.Path;
import java.util.Map;

/** The commands for all points of a path, in the form that was asked for. */
record PathCommands(ToolCatalogue catalogue, Path file, Map<String, String> chosen) {
    /** One of the ways to print a plan. */
    enum Form {
        TEXT,
        JSON,
        RUN_BOOK
    }

    String print(Filter filter, Form form) throws BadInputException {
        PathPlan plan = plan(filter);
        return switch (form) {
            case JSON -> Json.text(plan);
            case RUN_BOOK -> RunBook.of(plan).stripTrailing();
            case TEXT -> text(plan);
        };
    }

    private PathPlan plan(Filter filter) throws BadInputException {
        try {
            return new PathPlanner(catalogue).plan(PathFile.read(file), filter, chosen);
        } catch (PathFileException | PathPlanException unusable) {
            throw new BadInputException("--path: " + unusable.getMessage());
        }
    }

    private static String text(PathPlan plan) {
        StringBuilder text = new StringBuilder();
        for (PointPlan point : plan.points()) {
            text.append("# ==== ").append(Words.printable(point.name())).append(", filter: ");
            text.append(point.filter().isEmpty() ? "every packet" : point.filter())
                    .append('\n');
            text.append(PlanText.of(java.util.List.of(point.plan()))).append('\n');
        }
        plan.unplanned()
                .forEach(point -> text.append("# ")
                        .append(Words.printable(point.point()))
                        .append(": ")
                        .append(point.reason())
                        .append('\n'));
        return text.toString().stripTrailing();
    }
}
