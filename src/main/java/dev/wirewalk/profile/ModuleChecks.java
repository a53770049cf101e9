package dev.wirewalk.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the schema cannot say of a tree of modules: no flag stands twice, and each risk has its sentence. */
final class ModuleChecks {
    private final List<String> problems = new ArrayList<>();
    private final ModuleTree tree;

    private ModuleChecks(ModuleTree tree) {
        this.tree = tree;
    }

    /** One sentence for each problem. */
    static List<String> problems(ModuleTree tree) {
        ModuleChecks checks = new ModuleChecks(tree);
        tree.modules().forEach(checks::check);
        checks.check("the flag all of all modules", tree.all());
        return List.copyOf(checks.problems);
    }

    private void check(ModuleTree.Module module) {
        Set<String> seen = new HashSet<>();
        for (ModuleTree.Flag flag : module.flags()) {
            if (!seen.add(flag.name())) {
                problems.add("the flag " + flag.name() + " of " + module.name() + " stands there a second time");
            }
            check("the flag " + flag.name() + " of " + module.name(), flag);
        }
        needs("the module " + module.name(), module.risk());
        if (module.unverified() && !tree.warnings().containsKey(ModuleTree.UNVERIFIED)) {
            problems.add(missing("the module " + module.name(), ModuleTree.UNVERIFIED));
        }
    }

    private void check(String what, ModuleTree.Flag flag) {
        if (flag.warning().isEmpty()) {
            needs(what, flag.risk());
        } else if (flag.risk() == Risk.NONE) {
            problems.add(what + " has a warning, so it needs the key risk");
        }
    }

    private void needs(String what, Risk risk) {
        if (risk != Risk.NONE && !tree.warnings().containsKey(risk.word())) {
            problems.add(missing(what, risk.word()));
        }
    }

    private static String missing(String what, String key) {
        return what + " is marked " + key + ", so flag-warnings needs the sentence for " + key;
    }
}
