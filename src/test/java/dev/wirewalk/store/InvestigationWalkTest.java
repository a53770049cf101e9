package dev.wirewalk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.draft.PathDraft;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InvestigationWalkTest extends OpenInvestigation {
    @Test
    void theFirstUsableCaptureStartsTheWalk() throws Exception {
        investigation.change(draft -> PathDraft.fourPoints());
        assertThat(investigation.state().job()).isEmpty();

        investigation.receive(pointId(1), "in.pcap", 24, capture());

        Path walked = nextWalk();
        assertThat(walked.points()).extracting(point -> point.files().size()).containsExactly(0, 1, 0, 0);
        InvestigationState end = settled();
        assertThat(end.found()).isPresent();
        InvestigationState.Found found = end.found().orElseThrow();
        assertThat(found.names().shownIn(found.result().verdict().summary())).isEqualTo("seen in in.pcap");
        assertThat(usable(pointId(1)).report().packets()).isZero();
    }

    @Test
    void walksAnewOnlyWhenPathOrCapturesChange() throws Exception {
        investigation.change(draft -> PathDraft.fourPoints());
        investigation.receive(pointId(0), "a.pcap", 24, capture());
        nextWalk();
        settled();

        investigation.change(draft -> draft);
        assertThatThrownBy(() -> investigation.receive(pointId(0), "huge", 5000, capture()))
                .isInstanceOf(UploadRefused.class);
        investigation.receive(pointId(0), "x.pcap", 4, text("text"));
        assertThat(walks).isEmpty();

        investigation.change(draft -> draft.moved(pointId(0), 1));
        assertThat(nextWalk().points().getFirst().name()).isEqualTo("fw-in");
        settled();
    }

    @Test
    void aNewerWalkOvertakesAnOlderOne() throws Exception {
        investigation.change(draft -> PathDraft.fourPoints());
        mayEnd = new CountDownLatch(1);
        List<Optional<?>> heard = new CopyOnWriteArrayList<>();
        investigation.listen(state -> heard.add(state.job()));
        investigation.receive(pointId(0), "a.pcap", 24, capture());
        nextWalk();

        investigation.receive(pointId(1), "b.pcap", 24, capture());
        assertThat(nextWalk().points())
                .extracting(point -> point.files().size())
                .containsExactly(1, 1, 0, 0);
        mayEnd.countDown();

        assertThat(settled().found().orElseThrow().path().points().get(1).files())
                .hasSize(1);
        assertThat(heard)
                .as("the end of the older walk is nobody's concern")
                .doesNotContain(Optional.of(new WalkJob.Cancelled<>()));
    }

    @Test
    void cancellingLeavesNoResultUntilAskedAgain() throws Exception {
        investigation.change(draft -> PathDraft.fourPoints());
        mayEnd = new CountDownLatch(1);
        investigation.receive(pointId(0), "a.pcap", 24, capture());
        nextWalk();

        investigation.cancelWalk();
        InvestigationState cancelled = settled();
        assertThat(cancelled.job()).contains(new WalkJob.Cancelled<>());
        assertThat(cancelled.found()).isEmpty();

        mayEnd.countDown();
        investigation.walkAgain();
        nextWalk();
        assertThat(settled().found()).isPresent();
    }
}
