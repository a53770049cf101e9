package dev.wirewalk.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a schema cannot say: that the parts of a profile fit together, and that no template can break quoting. */
final class ProfileChecks {
    /** Placeholders that the planner fills, besides the options. */
    static final String FILTER = "filter";

    /** The filter quoted once more, for the shell of another host that the line is handed to. */
    static final String REMOTE_FILTER = "remote-filter";

    /** The pieces of the filter like {@link #FILTER}, each word of a piece a word of its own on a shell. */
    static final String FILTER_WORDS = "filter-words";

    /** One piece of the filter by its place, for templates that put something between two of them. */
    private static final List<String> PIECES = List.of("filter-1", "filter-2");

    /** With the name of a form behind it: the pieces of a run of that form, none of another. */
    static final String FILTER_AS = "filter-as-";

    static final String RUN = "run";

    private final YamlDocument document;
    private final ToolProfile profile;
    private final Map<String, Set<String>> families;
    private final Map<String, Set<String>> lackable;
    private final List<ProfileProblem> problems = new ArrayList<>();
    private final ConditionChecks conditions;

    /**
     * @param families the known families with the names of the limits each asks for
     * @param lackable the parts of each family's language that a tool may lack
     */
    ProfileChecks(
            YamlDocument document,
            ToolProfile profile,
            Map<String, Set<String>> families,
            Map<String, Set<String>> lackable) {
        this.document = document;
        this.profile = profile;
        this.families = families;
        this.lackable = lackable;
        conditions = new ConditionChecks(document, profile, problems);
    }

    List<ProfileProblem> problems() {
        checkFamily();
        checkLacks();
        conditions.checkVersion("/default-version", profile.defaultVersion());
        checkOptions();
        for (int i = 0; i < profile.steps().size(); i++) {
            checkStep("/steps/" + i, profile.steps().get(i));
            if (i > 0
                    && profile.steps()
                                    .get(i)
                                    .phase()
                                    .compareTo(profile.steps().get(i - 1).phase())
                            < 0) {
                add("/steps/" + i + "/phase", "the step stands behind one of a later phase", phases());
            }
        }
        for (int i = 0; i < profile.warnings().size(); i++) {
            conditions.check(
                    "/warnings/" + i + "/when", profile.warnings().get(i).when());
        }
        checkWords();
        checkSight();
        new LanguageChecks(document, profile, problems).check();
        return problems;
    }

    private void checkFamily() {
        Set<String> limits = families.get(profile.family());
        if (limits == null) {
            add("/family", "no filter language is called " + profile.family(), sorted(families.keySet()));
            return;
        }
        Set<String> stated = profile.limits().keySet();
        for (String limit : limits) {
            if (!stated.contains(limit)) {
                add("/limits", "the family " + profile.family() + " asks for the limit " + limit, sorted(limits));
            }
        }
        for (String limit : stated) {
            if (!limits.contains(limit)) {
                add("/limits/" + limit, "the family " + profile.family() + " knows no such limit", sorted(limits));
            }
        }
    }

    private void checkLacks() {
        Set<String> words = lackable.getOrDefault(profile.family(), Set.of());
        for (int i = 0; i < profile.lacks().size(); i++) {
            Lack lack = profile.lacks().get(i);
            if (!words.contains(lack.word())) {
                add(
                        "/lacks/" + i,
                        "the family " + profile.family() + " has no part called " + lack.word(),
                        sorted(words));
            }
            conditions.check("/lacks/" + i + "/when", lack.when());
        }
    }

    private void checkOptions() {
        Set<String> seen = new HashSet<>(Set.of(FILTER, FILTER_WORDS, REMOTE_FILTER, RUN, ToolProfile.VERSION));
        seen.addAll(PIECES);
        for (int i = 0; i < profile.options().size(); i++) {
            ToolOption option = profile.options().get(i);
            String place = "/options/" + i;
            if (!seen.add(option.name())) {
                add(place + "/name", "the name " + option.name() + " is taken", List.of());
            }
            if (option.type() instanceof OptionType.WholeNumber(var min, var max) && min > max) {
                add(place + "/max", "the range ends at " + max + " before it begins at " + min, List.of());
            }
            checkDefault(place, option);
            checkPresets(place, option);
            if (option.type() instanceof OptionType.Modules(var tree)) {
                ModuleChecks.problems(tree).forEach(message -> add(place + "/modules", message, List.of()));
            }
            option.since().ifPresent(version -> conditions.checkVersion(place + "/since", version));
            boolean named = option.type() instanceof OptionType.Identifier
                    || option.type() instanceof OptionType.FileName
                    || option.type() instanceof OptionType.Word && option.type().admits("a-1");
            if (option.perRun() && !named) {
                add(
                        place + "/per-run",
                        "only identifiers and files get a name for each run",
                        List.of("identifier", "file"));
            }
        }
    }

    private void checkDefault(String place, ToolOption option) {
        if (option.type() instanceof OptionType.Flag && option.defaultValue().isEmpty()) {
            add(place, "a flag needs the key default", List.of(OptionType.Flag.ON, OptionType.Flag.OFF));
        } else if (option.required() && option.defaultValue().isEmpty()) {
            add(
                    place,
                    "a required option needs a default, so that a command can be shown before anything is set",
                    List.of());
        } else if (!option.defaultValue().isEmpty() && !option.type().admits(option.defaultValue())) {
            add(place + "/default", "the option takes " + option.type().rule(), List.of());
        }
    }

    private void checkPresets(String place, ToolOption option) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < option.presets().size(); i++) {
            Preset preset = option.presets().get(i);
            if (!names.add(preset.name())) {
                add(place + "/presets/" + i + "/name", "the name " + preset.name() + " is taken", List.of());
            }
            if (!option.type().admits(preset.value())) {
                add(
                        place + "/presets/" + i + "/value",
                        "the option takes " + option.type().rule(),
                        List.of());
            }
        }
    }

    private static List<String> phases() {
        return Stream.of(Phase.values()).map(Phase::word).toList();
    }

    private void checkStep(String place, StepTemplate step) {
        conditions.check(place + "/when", step.when());
        for (StepTemplate.Line line : step.lines()) {
            conditions.check(place + "/command", line.when());
            checkLine(place + "/command", line);
        }
    }

    private void checkLine(String place, StepTemplate.Line line) {
        Template template = line.template();
        Set<String> known = placeholders();
        for (String name : template.names()) {
            if (!known.contains(name) && !name.startsWith(FILTER_AS)) {
                add(place, "no option is called {" + name + "}", sorted(known));
            }
        }
        Set<String> several = several();
        template.names().stream().filter(name -> name.startsWith(FILTER_AS)).forEach(several::add);
        line.forEach()
                .filter(name -> !several.contains(name))
                .ifPresent(
                        name -> add(place, "for-each goes over values that are several, not " + name, sorted(several)));
        for (String name : several) {
            boolean bound = line.forEach().filter(name::equals).isPresent();
            if (template.names().contains(name)
                    && !bound
                    && !template.repeated().contains(name)) {
                add(
                        place,
                        "{" + name + "} has several values: write [ … ]* around it, or for-each beside it",
                        List.of());
            }
        }
        for (String name : template.needed()) {
            profile.option(name)
                    .filter(option -> !option.required() && !several.contains(name))
                    .ifPresent(option -> checkGuarded(place, name, line));
        }
        TemplateQuoting.problem(template, profile.quoting()).ifPresent(message -> add(place, message, List.of()));
    }

    /** An option that may be left out stands in a section, or in a line or step that asks for it. */
    private void checkGuarded(String place, String name, StepTemplate.Line line) {
        boolean asked = line.when().contains(new Condition.OptionSet(name));
        boolean askedByStep = profile.steps().stream()
                .filter(step -> step.lines().contains(line))
                .allMatch(step -> step.when().contains(new Condition.OptionSet(name)));
        if (!asked && !askedByStep) {
            add(
                    place,
                    "{" + name + "} may be left out: write [ ] around it, or when: {set: " + name + "} beside it",
                    List.of());
        }
    }

    /** A word that no template says explains nothing: it is misspelt, or left over. */
    private void checkWords() {
        List<List<String>> lines = profile.steps().stream()
                .flatMap(step -> step.lines().stream())
                .map(line -> line.template().words())
                .toList();
        for (String word : profile.words().keySet()) {
            List<String> wanted = List.of(word.split(" +"));
            if (lines.stream().noneMatch(line -> Collections.indexOfSubList(line, wanted) >= 0)) {
                add("/words/" + word, "no step says " + word, List.of());
            }
        }
    }

    /** A filter may ask for what the tool cannot show; the profile must have the sentence that says so. */
    private void checkSight() {
        for (Carried carried : List.of(Carried.IPV4, Carried.IPV6, Carried.ARP)) {
            boolean told = profile.warnings().stream()
                    .anyMatch(warning -> warning.when().contains(new Condition.Selects(carried)));
            if (!profile.sees().contains(carried) && !told) {
                String word = carried.name().toLowerCase(java.util.Locale.ROOT);
                add(
                        "/sees",
                        "the tool does not see " + word + ", so a warning when: {selects: " + word + "} is needed",
                        List.of());
            }
        }
    }

    private Set<String> placeholders() {
        Set<String> names = new TreeSet<>(Set.of(FILTER, FILTER_WORDS, REMOTE_FILTER, RUN));
        names.addAll(PIECES);
        profile.options().forEach(option -> names.add(option.name()));
        return names;
    }

    private Set<String> several() {
        Set<String> names = new TreeSet<>(Set.of(FILTER, FILTER_WORDS, REMOTE_FILTER));
        profile.options().stream()
                .filter(option -> option.type() instanceof OptionType.Modules)
                .forEach(option -> names.add(option.name()));
        return names;
    }

    private void add(String place, String message, List<String> allowed) {
        problems.add(document.problem(place, message, allowed));
    }

    private static List<String> sorted(Set<String> names) {
        return Stream.of(names).flatMap(Set::stream).sorted().toList();
    }
}
