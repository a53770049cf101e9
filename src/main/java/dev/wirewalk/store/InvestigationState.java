package dev.wirewalk.store;

import dev.wirewalk.diagnosis.Evidence;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.topology.draft.CheckedPath;
import dev.wirewalk.topology.draft.PathDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One picture of an investigation; never changes.
 *
 * @param draft the path as it was typed
 * @param checked what the draft amounts to
 * @param files by point id, in the order of their arrival; a point without files may be missing
 * @param job the walk that is running or ended last; empty when there is nothing to walk
 * @param found the last result, while it still belongs to the path and files or a new walk is under way
 * @param notice something that happened and that the person should know; empty when there is nothing to say
 * @param sample id of the sample that was opened; empty for a case of the person's own
 */
public record InvestigationState(
        PathDraft draft,
        CheckedPath checked,
        Map<String, List<PointFile>> files,
        Optional<WalkJob.State<Found>> job,
        Optional<Found> found,
        String notice,
        String sample) {

    /**
     * A result and the path, with its files, that it speaks of.
     *
     * @param packets those that the answers rest on, as far as they could be read
     */
    public record Found(
            WalkResult result,
            dev.wirewalk.topology.Path path,
            FileNames names,
            Map<Evidence, EvidencePacket> packets) {
        public Found {
            packets = Map.copyOf(packets);
        }
    }

    static final InvestigationState EMPTY = new InvestigationState(
            PathDraft.EMPTY, PathDraft.EMPTY.checked(), Map.of(), Optional.empty(), Optional.empty(), "", "");

    /** A sample as it comes. @param files its captures by point id */
    static InvestigationState of(SampleCase sample, Map<String, List<PointFile>> files) {
        return EMPTY.withDraft(sample.path(), sample.path().checked())
                .withFiles(files)
                .withSample(sample.id());
    }

    public List<PointFile> filesAt(String point) {
        return files.getOrDefault(point, List.of());
    }

    /** Whether any point has a file, in whatever stage. */
    public boolean hasFiles() {
        return files.values().stream().anyMatch(list -> !list.isEmpty());
    }

    /** A walk is waiting or at work. */
    public boolean walking() {
        return job.filter(state -> state instanceof WalkJob.Running).isPresent();
    }

    InvestigationState withDraft(PathDraft newDraft, CheckedPath newChecked) {
        return new InvestigationState(newDraft, newChecked, files, job, found, "", sample);
    }

    InvestigationState withFiles(Map<String, List<PointFile>> newFiles) {
        return new InvestigationState(draft, checked, Map.copyOf(newFiles), job, found, notice, sample);
    }

    private InvestigationState withFilesAt(String point, List<PointFile> list) {
        Map<String, List<PointFile>> changed = new HashMap<>(files);
        changed.put(point, List.copyOf(list));
        return withFiles(changed);
    }

    /** The file added to its point, or in the place of what it was before. */
    InvestigationState with(String point, PointFile file) {
        List<PointFile> list = new ArrayList<>(filesAt(point));
        list.replaceAll(each -> each.id().equals(file.id()) ? file : each);
        if (!holds(point, file.id())) {
            list.add(file);
        }
        return withFilesAt(point, list);
    }

    /** A file that begins to come in; nothing changes where its point has gone meanwhile. */
    InvestigationState withNew(String point, PointFile file) {
        return draft.point(point).isPresent() ? with(point, file).withNotice("") : this;
    }

    /** After a report of the walk: its result is kept until there is another one, or none. */
    InvestigationState with(WalkJob.State<Found> report) {
        Optional<Found> known = switch (report) {
            case WalkJob.Running<Found> running -> found;
            case WalkJob.Done<Found>(Found done) -> Optional.of(done);
            case WalkJob.Failed<Found> failed -> Optional.empty();
            case WalkJob.Cancelled<Found> cancelled -> Optional.empty();
        };
        return withJob(Optional.of(report), known);
    }

    InvestigationState without(String point, String file) {
        return withFilesAt(
                point,
                filesAt(point).stream().filter(each -> !each.id().equals(file)).toList());
    }

    InvestigationState withoutFiles() {
        return withFiles(Map.of());
    }

    /** Only the files of points that are in the path. */
    InvestigationState withoutStrayFiles() {
        Map<String, List<PointFile>> kept = new HashMap<>(files);
        kept.keySet().removeIf(point -> draft.point(point).isEmpty());
        return withFiles(kept);
    }

    boolean holds(String point, String file) {
        return filesAt(point).stream().anyMatch(each -> each.id().equals(file));
    }

    /** Whether a point still has this file; one that was captured at several places belongs to several points. */
    boolean uses(StoredFile stored) {
        return files.values().stream()
                .flatMap(List::stream)
                .anyMatch(file -> file.stored().filter(stored::equals).isPresent());
    }

    InvestigationState withJob(Optional<WalkJob.State<Found>> newJob, Optional<Found> newFound) {
        return new InvestigationState(draft, checked, files, newJob, newFound, notice, sample);
    }

    InvestigationState withNotice(String newNotice) {
        return new InvestigationState(draft, checked, files, job, found, newNotice, sample);
    }

    InvestigationState withSample(String newSample) {
        return new InvestigationState(draft, checked, files, job, found, notice, newSample);
    }
}
