package dev.wirewalk.command;

import dev.wirewalk.profile.ModuleTree;
import dev.wirewalk.profile.OptionType;
import dev.wirewalk.profile.Risk;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The warnings that chosen debug modules and flags raise by the risk that the profile gives them, each text once. */
final class ModuleWarnings {
    private record Raised(Risk level, String text) {}

    private final ModuleTree tree;
    private final Map<Raised, Map<String, Set<String>>> raised = new LinkedHashMap<>();

    private ModuleWarnings(ModuleTree tree) {
        this.tree = tree;
    }

    static List<PlanWarning> of(ToolProfile profile, OptionValues values) {
        List<PlanWarning> warnings = new ArrayList<>();
        for (ToolOption option : profile.options()) {
            String value = values.values().get(option.name());
            if (value != null && option.type() instanceof OptionType.Modules modules) {
                ModuleWarnings found = new ModuleWarnings(modules.tree());
                OptionType.Modules.items(value)
                        .forEach(item -> found.look(OptionType.Modules.module(item), modules.words(item)));
                warnings.addAll(found.warnings());
            }
        }
        return warnings;
    }

    private void look(String module, List<String> flags) {
        tree.module(module).ifPresent(found -> {
            raise(found.risk(), "", module, "");
            if (found.unverified()) {
                raise(Risk.CAUTION, tree.warnings().getOrDefault(ModuleTree.UNVERIFIED, ""), module, "");
            }
        });
        flags.forEach(name ->
                tree.flag(module, name).ifPresent(flag -> raise(flag.risk(), flag.warning(), module, flag.name())));
    }

    private void raise(Risk risk, String text, String module, String flag) {
        if (risk != Risk.NONE) {
            String told = text.isEmpty() ? tree.warnings().getOrDefault(risk.word(), "") : text;
            Set<String> flags = raised.computeIfAbsent(new Raised(risk, told), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(module, _ -> new LinkedHashSet<>());
            if (!flag.isEmpty()) {
                flags.add(flag);
            }
        }
    }

    private List<PlanWarning> warnings() {
        List<PlanWarning> warnings = new ArrayList<>();
        raised.forEach((one, modules) -> {
            List<String> names = new ArrayList<>();
            modules.forEach(
                    (module, flags) -> names.add(flags.isEmpty() ? module : module + " + " + String.join(" ", flags)));
            warnings.add(new PlanWarning(one.level(), String.join(", ", names) + ": " + one.text()));
        });
        return warnings;
    }
}
