package dev.wirewalk.walk.ui;

import dev.wirewalk.diagnosis.Cause;
import dev.wirewalk.diagnosis.Delays;
import dev.wirewalk.diagnosis.Ladder;
import dev.wirewalk.diagnosis.Loss;
import dev.wirewalk.diagnosis.Outcome;
import dev.wirewalk.diagnosis.Segment;
import dev.wirewalk.diagnosis.Stage;
import dev.wirewalk.diagnosis.Verdict;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.match.Direction;
import java.util.List;
import java.util.Optional;

/** Results as a walk could give them. */
final class Results {
    private Results() {}

    static Verdict works() {
        return new Verdict(
                Outcome.WORKS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "The flow works.");
    }

    static Verdict between(String from, String to, Outcome outcome, Direction direction, Cause cause) {
        return new Verdict(
                outcome,
                Optional.of(new Segment(from, to)),
                Optional.empty(),
                Optional.of(direction),
                Optional.of(Stage.SYN),
                Optional.of(cause),
                "The SYN leaves " + from + " and never arrives at " + to + ".");
    }

    static WalkResult of(Verdict verdict, List<Loss> loss) {
        return new WalkResult(
                verdict,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                loss,
                List.of(),
                Ladder.empty(),
                List.of(),
                List.of(),
                Delays.none(),
                List.of());
    }
}
