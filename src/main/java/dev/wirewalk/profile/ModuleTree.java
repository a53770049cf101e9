package dev.wirewalk.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a debug can be told to speak of: modules, each with its flags.
 *
 * @param modules in the order in which the profile lists them
 * @param all what the flag {@code all} does, which every module takes
 * @param ask the command that lists the modules and flags of the device at hand, without a module's name; may be empty
 * @param warnings what to know before typing: by {@code caution} and {@code danger} for the flags and modules of that risk
 *     that bring no text of their own, by {@code unverified} for modules whose flags are not from a vendor's text
 */
public record ModuleTree(List<Module> modules, Flag all, String ask, Map<String, String> warnings) {
    /** The flag that every module takes. */
    public static final String ALL = "all";

    /** The key of {@link #warnings} for what no vendor's text was read for. */
    public static final String UNVERIFIED = "unverified";

    /**
     * @param meaning one sentence: what it speaks of; empty when the sources do not tell
     * @param risk what it does to the device, whatever the flag
     * @param unverified whether its flags are not from a vendor's text
     */
    public record Module(String name, String meaning, Risk risk, boolean unverified, List<Flag> flags) {
        public Module {
            flags = List.copyOf(flags);
        }
    }

    /**
     * @param meaning one sentence: what it prints; empty when the sources do not tell
     * @param warning what to know before typing, and what to do about it; empty when the tree's text for the risk is meant
     */
    public record Flag(String name, String meaning, Risk risk, String warning) {
        /** A flag of which only the name is known. */
        public static Flag named(String name) {
            return new Flag(name, "", Risk.NONE, "");
        }
    }

    public ModuleTree {
        modules = List.copyOf(modules);
        warnings = Map.copyOf(warnings);
    }

    /** Modules of which only the names of the flags are known. */
    public static ModuleTree named(Map<String, List<String>> modules) {
        return new ModuleTree(
                modules.entrySet().stream()
                        .map(module -> new Module(
                                module.getKey(),
                                "",
                                Risk.NONE,
                                false,
                                module.getValue().stream().map(Flag::named).toList()))
                        .toList(),
                Flag.named(ALL),
                "",
                Map.of());
    }

    public Optional<Module> module(String name) {
        return modules.stream().filter(module -> module.name().equals(name)).findFirst();
    }

    /** The flag of a module, {@code all} included; empty when it does not have it. */
    public Optional<Flag> flag(String module, String name) {
        return module(module)
                .flatMap(found -> found.flags().stream()
                        .filter(flag -> flag.name().equals(name))
                        .findFirst()
                        .or(() -> Optional.of(all).filter(_ -> name.equals(ALL))));
    }

    /** The command that tells a module's flags on the device; empty when none is known. */
    public Optional<String> ask(Module module) {
        return Optional.of(ask).filter(command -> !command.isEmpty()).map(command -> command + " " + module.name());
    }
}
