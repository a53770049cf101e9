package dev.wirewalk.command;

import dev.wirewalk.profile.Risk;
import dev.wirewalk.profile.StepTemplate;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.profile.WarningTemplate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What no source confirms of the parts that a plan really uses, each sentence once. */
final class Doubts {
    private static final String MARK = "Not verified: ";

    private final Set<String> sentences;

    Doubts(ToolProfile profile) {
        sentences = new LinkedHashSet<>(profile.unverified());
    }

    void use(StepTemplate step) {
        sentences.addAll(step.unverified());
    }

    void use(WarningTemplate warning) {
        sentences.addAll(warning.unverified());
    }

    /** An option is used where a written line has a place for its value. */
    void use(ToolProfile profile, StepTemplate.Line line, OptionValues values) {
        for (String name : line.template().names()) {
            if (values.values().containsKey(name)) {
                profile.option(name).ifPresent(option -> sentences.addAll(option.unverified()));
            }
        }
    }

    List<PlanWarning> warnings() {
        List<PlanWarning> warnings = new ArrayList<>();
        sentences.forEach(sentence -> warnings.add(new PlanWarning(Risk.CAUTION, MARK + sentence)));
        return warnings;
    }
}
