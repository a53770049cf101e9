package dev.wirewalk.reading;

import dev.wirewalk.profile.Reads.Command;
import dev.wirewalk.reading.PartReader.NotUnderstood;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what the commands of a text say, in their order: which captures there are, and what each selects. */
final class Assembly {
    /** One run of the tool, with its pieces as they were typed. */
    record Run(String form, List<Placed> pieces) {}

    /** A capture, or the filter of one that is being prepared. */
    private static final class Draft {
        private String form = "";
        private final Set<String> started = new LinkedHashSet<>();
        private boolean aside;
        private final List<Said.Piece> pieces = new ArrayList<>();
        private final List<Said.Use> uses = new ArrayList<>();

        private void add(Said said) {
            pieces.addAll(said.pieces);
            said.use.ifPresent(uses::add);
        }

        private void insert(Said said) {
            pieces.addAll(0, said.pieces);
            said.use.ifPresent(uses::add);
        }

        private boolean isEmpty() {
            return pieces.isEmpty() && uses.isEmpty() && started.isEmpty();
        }

        private boolean has(String form) {
            return pieces.stream().anyMatch(piece -> piece.form().equals(form));
        }
    }

    private final Map<String, Draft> captures = new LinkedHashMap<>();
    private final List<Draft> prepared = new ArrayList<>(List.of(new Draft()));
    private final Map<String, List<Said.Piece>> definitions = new LinkedHashMap<>();
    private final Set<String> prepares;
    private String definition = "";
    private String definitionForm = "";
    private Optional<Draft> cleared = Optional.empty();

    /** @param prepares the forms of filters that are prepared for a start of just that form */
    Assembly(Set<String> prepares) {
        this.prepares = Set.copyOf(prepares);
    }

    /** @param key what makes commands one capture or definition; empty when they have no name */
    void add(Command command, String key, Said said) {
        switch (command.does()) {
            case CAPTURE -> {
                String name = key.isEmpty() ? "\n" + captures.size() : key;
                Draft capture = captures.computeIfAbsent(name, unknown -> new Draft());
                capture.form = capture.form.isEmpty() ? command.form() : capture.form;
                capture.aside |= said.aside;
                capture.add(said);
            }
            case FILTER -> prepared.getLast().add(said);
            case INSERT -> prepared.getLast().insert(said);
            case DEFINE -> {
                definition = key.isEmpty() ? definition : key;
                definitionForm = key.isEmpty() && !definitionForm.isEmpty() ? definitionForm : command.form();
                said.pieces.replaceAll(piece -> new Said.Piece(definitionForm, piece.text(), piece.group()));
                definitions
                        .computeIfAbsent(definition.strip(), unknown -> new ArrayList<>())
                        .addAll(said.pieces);
            }
            case CLEAR -> clear(command.form());
            case START -> start(command.form(), said);
            case ASK -> {
                prepared.add(new Draft());
                start(command.form(), said);
            }
            case NOTHING -> {}
        }
    }

    private void start(String form, Said said) {
        Draft current = prepared.getLast();
        current.started.add(form);
        current.add(said);
    }

    private void clear(String form) {
        Draft current = prepared.getLast();
        if (!current.started.isEmpty()) {
            prepared.add(new Draft());
        } else if (!current.isEmpty()) {
            Draft taken = new Draft();
            taken.add(copy(current, form));
            cleared = Optional.of(taken);
            current.pieces.removeIf(piece -> form.isEmpty() || piece.form().equals(form));
            current.uses.clear();
        }
    }

    private static Said copy(Draft draft, String form) {
        Said said = new Said();
        draft.pieces.stream()
                .filter(piece -> form.isEmpty() || piece.form().equals(form))
                .forEach(said.pieces::add);
        return said;
    }

    /** Whether some command carried a filter, or could have. */
    boolean isEmpty() {
        return captures.isEmpty() && definitions.isEmpty() && drafts().isEmpty();
    }

    /** The runs that the text asks for; empty exactly when {@link #isEmpty}. */
    List<Run> runs() throws NotUnderstood {
        List<Run> runs = new ArrayList<>();
        List<Draft> main =
                captures.values().stream().filter(capture -> !capture.aside).toList();
        for (Draft capture : main) {
            runs.add(run(capture));
        }
        for (Draft draft : drafts()) {
            runs.addAll(byForm(draft));
        }
        if (runs.isEmpty()) {
            for (Draft capture : captures.values()) {
                runs.add(run(capture));
            }
        }
        if (runs.isEmpty()) {
            definitions.values().stream()
                    .filter(pieces -> !pieces.isEmpty())
                    .forEach(pieces -> runs.add(new Run(pieces.getFirst().form(), texts(pieces))));
        }
        return runs;
    }

    /** The filters that were prepared or begun; when there are none, the one that was taken back last. */
    private List<Draft> drafts() {
        List<Draft> saying = prepared.stream().filter(draft -> !draft.isEmpty()).toList();
        return saying.isEmpty()
                ? cleared.filter(draft -> !draft.isEmpty()).stream().toList()
                : saying;
    }

    private Run run(Draft capture) throws NotUnderstood {
        List<Said.Piece> pieces = new ArrayList<>(capture.pieces);
        for (Said.Use use : capture.uses) {
            pieces.addAll(defined(use));
        }
        for (Said.Piece piece : pieces) {
            if (!piece.form().equals(pieces.getFirst().form())) {
                throw new NotUnderstood(
                        piece.text().offset(0),
                        "this capture has a filter of another kind already, and how both act together is not known");
            }
        }
        return new Run(pieces.isEmpty() ? capture.form : pieces.getFirst().form(), texts(pieces));
    }

    private List<Said.Piece> defined(Said.Use use) throws NotUnderstood {
        List<Said.Piece> pieces = definitions.getOrDefault(use.name(), List.of());
        if (pieces.isEmpty()) {
            throw new NotUnderstood(
                    use.offset(), "what " + use.name() + " selects is not in the text; paste its lines too");
        }
        return pieces;
    }

    private List<Run> byForm(Draft draft) throws NotUnderstood {
        List<Said.Piece> pieces = new ArrayList<>(draft.pieces);
        for (Said.Use use : draft.uses) {
            pieces.addAll(defined(use));
        }
        Map<String, List<Said.Piece>> forms = pieces.stream()
                .collect(Collectors.groupingBy(Said.Piece::form, LinkedHashMap::new, Collectors.toList()));
        List<Run> runs = new ArrayList<>();
        forms.forEach((form, of) -> runs.add(new Run(form, texts(of))));
        for (String form : draft.started) {
            boolean filtered = prepares.contains(form) ? draft.has(form) : !pieces.isEmpty();
            if (!filtered) {
                runs.add(new Run(form, List.of()));
            }
        }
        return runs;
    }

    /** The texts of the pieces, those of one group put together where the first of them stands. */
    private static List<Placed> texts(List<Said.Piece> pieces) {
        Map<String, List<Placed>> groups = new LinkedHashMap<>();
        for (Said.Piece piece : pieces) {
            String group = piece.group().isEmpty() ? "\n" + groups.size() : piece.group();
            groups.computeIfAbsent(group, unknown -> new ArrayList<>()).add(piece.text());
        }
        return groups.values().stream().map(Assembly::together).toList();
    }

    private static Placed together(List<Placed> texts) {
        Placed.Builder builder = new Placed.Builder();
        Placed last = texts.getLast();
        for (Placed text : texts) {
            if (!builder.isEmpty()) {
                builder.add(' ', text.offset(0));
            }
            builder.add(text);
        }
        return builder.placed(last.offset(last.length()));
    }
}
