package dev.wirewalk.walk.ui;

import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.store.InvestigationState;
import dev.wirewalk.store.PointFile;
import dev.wirewalk.store.WalkJob;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What to say aloud when one state follows another: files that ended, the walk's beginning and its end. */
final class Announcements {
    private InvestigationState before;

    Announcements(InvestigationState first) {
        before = first;
    }

    /** The sentences for the change to {@code now}, joined; empty when there is nothing to say. */
    String after(InvestigationState now) {
        List<String> said = new ArrayList<>();
        now.files().forEach((point, files) -> {
            Set<PointFile> known = new HashSet<>(before.filesAt(point));
            files.stream().filter(file -> !known.contains(file)).forEach(file -> say(file, said));
        });
        if (now.walking() && !before.walking()) {
            said.add("Walking the path.");
        }
        if (!now.walking() && before.walking()) {
            now.job().ifPresent(job -> {
                switch (job) {
                    case WalkJob.Failed<?>(String sentence) -> said.add("The walk could not be finished: " + sentence);
                    case WalkJob.Cancelled<?> cancelled -> said.add("The walk was cancelled.");
                    case WalkJob.Running<?> running -> {}
                    case WalkJob.Done<?> done -> {}
                }
            });
        }
        if (!now.found().equals(before.found())) {
            now.found()
                    .ifPresent(found -> said.add("Verdict: "
                            + VerdictCard.word(found.result().verdict().outcome()) + " "
                            + found.names().shownIn(found.result().verdict().summary())));
        }
        if (!now.notice().equals(before.notice())) {
            said.add(now.notice());
        }
        before = now;
        return String.join(" ", said).strip();
    }

    private static void say(PointFile file, List<String> said) {
        switch (file.stage()) {
            case PointFile.Usable usable ->
                said.add(file.name() + ": " + Numbers.count(usable.report().packets(), "packet") + ".");
            case PointFile.Refused(String sentence) -> said.add(file.name() + ": " + sentence);
            case PointFile.Receiving receiving -> {}
            case PointFile.Checking checking -> {}
        }
    }
}
