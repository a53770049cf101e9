package dev.wirewalk.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** What a schema cannot say of the key {@code language}: that its ways fit the tool and the fields of a way fit together. */
final class LanguageChecks {
    private final YamlDocument document;
    private final ToolProfile profile;
    private final List<ProfileProblem> problems;

    LanguageChecks(YamlDocument document, ToolProfile profile, List<ProfileProblem> problems) {
        this.document = document;
        this.profile = profile;
        this.problems = problems;
    }

    void check() {
        JsonNode language = document.root().path("language");
        boolean asked = profile.family().equals(Language.FAMILY);
        if (asked != language.isObject()) {
            add(
                    asked ? "/family" : "/language",
                    asked
                            ? "the family " + Language.FAMILY + " needs the key language"
                            : "the family knows its language by itself",
                    List.of());
            return;
        }
        if (!asked) {
            return;
        }
        JsonNode ways = language.path("ways");
        for (int i = 0; i < ways.size(); i++) {
            way("/language/ways/" + i, ways.get(i));
        }
        profile.languages().forEach(this::release);
        forms();
    }

    private void way(String place, JsonNode way) {
        versions(place, way);
        if (way.path("lines").isObject()) {
            way.path("lines").properties().forEach(entry -> version(place + "/lines", entry.getKey()));
        }
        boolean rules = way.path("kind").asString().equals("rules");
        for (String key : List.of("permit", "deny")) {
            if (rules != way.has(key)) {
                add(place, rules ? "rules need the key " + key : "only rules have the key " + key, List.of());
            }
        }
        if (rules && way.has("line")) {
            add(place + "/line", "rules are written by permit and deny", List.of("permit", "deny"));
        }
        if (way.path("replies").asString("").equals("word") != way.has("replies-word")) {
            add(place, "replies: word and the key replies-word go together", List.of());
        }
        if (rules && way.has("replies") && !way.path("replies").asString().equals("never")) {
            add(place + "/replies", "rules select no replies", List.of("never"));
        }
        texts(place, way, "permit", "line", "deny");
        JsonNode fields = way.path("fields");
        FieldChecks checks = new FieldChecks(place + "/fields", fields, rules, this::add);
        fields.properties().forEach(entry -> {
            versions(place + "/fields/" + entry.getKey(), entry.getValue());
            checks.check(entry.getKey(), entry.getValue());
        });
        LanguageTexts.of(way)
                .forEach((pointer, text) -> LanguageTexts.problem(text, profile.quoting())
                        .ifPresent(message -> add(place + pointer, message, List.of())));
    }

    private void texts(String place, JsonNode way, String... keys) {
        for (String key : keys) {
            JsonNode node = way.path(key);
            Iterable<JsonNode> texts = node.isArray() ? node : List.of(node);
            boolean fields = node.isMissingNode() || key.equals("deny");
            for (JsonNode text : texts) {
                fields |= text.asString("").contains("{fields}")
                        || text.asString("").contains("{field}");
                unknown(place + "/" + key, text.asString(""), Set.of("fields", "field", "number"));
            }
            if (!fields) {
                add(place + "/" + key, "the fields of the line stand nowhere", List.of("{fields}", "{field}"));
            }
        }
    }

    private void unknown(String place, String text, Set<String> known) {
        for (String name : LanguageTexts.placeholders(text)) {
            if (!known.contains(name)) {
                add(place, "there is no {" + name + "} here", sorted(known));
            }
        }
    }

    private void versions(String place, JsonNode node) {
        for (String key : List.of("since", "before")) {
            if (node.has(key)) {
                version(place + "/" + key, node.path(key).asString());
            }
        }
    }

    private void version(String place, String version) {
        if (!profile.versions().contains(version)) {
            add(place, "the version " + version + " is not listed", profile.versions());
        }
    }

    /** What holds for the language of one release. */
    private void release(String version, Language language) {
        Set<String> forms = new HashSet<>();
        Set<Carried> left = new HashSet<>(profile.sees());
        for (LineWay way : language.ways()) {
            if (!forms.add(way.form()) || way.form().equals("everything")) {
                add("/language/ways", "the form " + way.form() + " is taken in version " + version, List.of());
            }
            left.removeAll(way.networks());
            boolean both = way.networks().containsAll(Set.of(Carried.IPV4, Carried.IPV6));
            if (both && way.lines() < 2 && way.fields().stream().anyMatch(LineField::always)) {
                add("/language/ways", "one line cannot name addresses of both families always", List.of());
            }
        }
        boolean together =
                language.ways().stream().anyMatch(way -> way.networks().containsAll(profile.sees()));
        for (int i = 0; i < language.ways().size(); i++) {
            wholeOrNot(version, language, i);
        }
        if (language.atOnce().isPresent() && !together) {
            add("/language/at-once", "in version " + version + " no way writes all networks in one run", List.of());
        }
        if (language.ways().isEmpty() || !language.everything() && !left.isEmpty()) {
            add(
                    "/language/ways",
                    "in version " + version + " no way selects " + left + " and everything is false",
                    List.of());
        }
    }

    /**
     * A way that is used for some of its networks, while another one is for the rest, would write lines that also select of the rest
     * and not know it: a line without an address holds packets of all networks that the tool takes it for.
     */
    private void wholeOrNot(String version, Language language, int index) {
        LineWay way = language.ways().get(index);
        Set<Carried> own = seen(way);
        Set<Carried> later = new HashSet<>();
        language.ways().stream().skip(index + 1L).forEach(other -> later.addAll(seen(other)));
        later.retainAll(own);
        boolean parted = language.ways().stream().limit(index).map(this::seen).anyMatch(earlier -> {
            Set<Carried> shared = new HashSet<>(own);
            shared.retainAll(earlier);
            return !shared.isEmpty() && !shared.equals(own);
        });
        if (own.size() > 1 && (parted || !later.isEmpty() && !later.equals(own))) {
            add(
                    "/language/ways",
                    "in version " + version + " the way " + way.form()
                            + " would be used for some of its networks only; other ways stand behind it, for all of its networks or none",
                    List.of());
        }
        boolean told = way.fields().stream().anyMatch(field -> field.kind().equals("network"));
        if (own.size() > 1 && way.replies() == LineWay.Replies.WORD && !told) {
            add(
                    "/language/ways",
                    "in version " + version + " the way " + way.form()
                            + " takes replies: word for several networks and has no field that tells them apart",
                    List.of("network"));
        }
    }

    private Set<Carried> seen(LineWay way) {
        Set<Carried> own = new HashSet<>(way.networks());
        own.retainAll(profile.sees());
        return own;
    }

    /** Conditions on a form that no run has would never hold. */
    private void forms() {
        Set<String> known = new TreeSet<>(Set.of("everything"));
        document.root()
                .path("language")
                .path("ways")
                .forEach(way -> known.add(way.path("form").asString()));
        BiConsumer<String, List<Condition>> check = (place, conditions) -> conditions.forEach(condition -> {
            if (condition instanceof Condition.Form(var forms) && !known.containsAll(forms)) {
                add(place, "no way of the language has this form", sorted(known));
            }
        });
        for (int i = 0; i < profile.steps().size(); i++) {
            StepTemplate step = profile.steps().get(i);
            String place = "/steps/" + i;
            check.accept(place + "/when/form", step.when());
            step.lines().forEach(line -> check.accept(place + "/command", line.when()));
        }
        for (int i = 0; i < profile.warnings().size(); i++) {
            check.accept(
                    "/warnings/" + i + "/when/form", profile.warnings().get(i).when());
        }
    }

    private void add(String place, String message, List<String> allowed) {
        problems.add(document.problem(place, message, allowed));
    }

    private void add(FieldChecks.Found found) {
        add(found.place(), found.message(), found.allowed());
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
