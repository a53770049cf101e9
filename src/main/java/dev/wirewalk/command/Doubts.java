package dev.wirewalk.command;

import dev.wirewalk.profile.Risk;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.profile.WarningTemplate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What no source confirms of the parts that a plan really uses, each sentence once. */
final class Doubts {
    private static final String MARK = "Not verified: ";

    private final ToolProfile profile;
    private final Set<String> sentences;

    Doubts(ToolProfile profile) {
        this.profile = profile;
        sentences = new LinkedHashSet<>(profile.unverified());
    }

    /** A step, and the options whose values stand in its lines. */
    void use(WrittenStep step) {
        step.lines().stream()
                .flatMap(line -> line.pieces().stream())
                .flatMap(piece -> piece.placeholder().stream())
                .flatMap(name -> profile.option(name).stream())
                .forEach(option -> sentences.addAll(option.unverified()));
        sentences.addAll(step.template().unverified());
    }

    void use(WarningTemplate warning) {
        sentences.addAll(warning.unverified());
    }

    List<PlanWarning> warnings() {
        List<PlanWarning> warnings = new ArrayList<>();
        sentences.forEach(sentence -> warnings.add(new PlanWarning(Risk.CAUTION, MARK + sentence)));
        return warnings;
    }
}
