package dev.wirewalk.profile;

import dev.wirewalk.profile.ModuleTree.Flag;
import dev.wirewalk.profile.ModuleTree.Module;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the modules of an option: each a list of flags, or a mapping that says more; so is each flag a name or a mapping. */
final class ModuleReader {
    private ModuleReader() {}

    static ModuleTree tree(JsonNode option) {
        List<Module> modules = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : option.path("modules").properties()) {
            modules.add(module(entry.getKey(), entry.getValue()));
        }
        Map<String, String> warnings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : option.path("flag-warnings").properties()) {
            warnings.put(entry.getKey(), entry.getValue().asString());
        }
        return new ModuleTree(
                modules,
                flag(ModuleTree.ALL, option.path("all-flags")),
                option.path("ask").asString(""),
                warnings);
    }

    private static Module module(String name, JsonNode node) {
        JsonNode flags = node.isArray() ? node : node.path("flags");
        List<Flag> read = new ArrayList<>();
        for (JsonNode flag : flags) {
            read.add(flag.isObject() ? flag(flag.path("name").asString(""), flag) : Flag.named(flag.asString()));
        }
        return new Module(
                name,
                node.path("meaning").asString(""),
                risk(node),
                node.path("unverified").asBoolean(false),
                read);
    }

    private static Flag flag(String name, JsonNode node) {
        return new Flag(
                name,
                node.path("meaning").asString(""),
                risk(node),
                node.path("warning").asString(""));
    }

    private static Risk risk(JsonNode node) {
        return Risk.valueOf(node.path("risk").asString("none").toUpperCase(Locale.ROOT));
    }
}
