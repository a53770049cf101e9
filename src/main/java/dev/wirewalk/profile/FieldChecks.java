package dev.wirewalk.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Checks the fields of one way: their placeholders, shapes and words, and that one does not need another that is not there. */
final class FieldChecks {
    private static final Set<String> FLAGS = Set.of("fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwr");
    private static final Set<String> NETWORKS = Set.of("ipv4", "ipv6", "arp", "rarp");
    private static final Map<String, Set<String>> IN_SHAPES = Map.of(
            "one", Set.of("number"),
            "host", Set.of("address", "length", "netmask", "wildcard"),
            "prefix", Set.of("address", "length", "netmask", "wildcard", "first", "last"),
            "range", Set.of("first", "last"));

    private final String place;
    private final JsonNode fields;
    private final boolean rules;
    private final Consumer<Found> found;

    /** @param place the pointer of the fields */
    FieldChecks(String place, JsonNode fields, boolean rules, Consumer<Found> found) {
        this.place = place;
        this.fields = fields;
        this.rules = rules;
        this.found = found;
    }

    /** A mistake and where it is. */
    record Found(String place, String message, List<String> allowed) {}

    void check(String name, JsonNode field) {
        String kind = name.replaceFirst("-ipv[46]$", "");
        texts(name, kind, field);
        switch (kind) {
            case "source", "destination", "address" -> {
                shapes(name, field, "host", "prefix", "range");
                needed(name, field, "values", !field.has("values"), "addresses need the key values");
                needed(
                        name,
                        field,
                        "always",
                        field.has("always") && !field.path("values").has("prefix"),
                        "a field that is always written needs a prefix among its values");
            }
            case "source-port", "destination-port", "port" -> {
                shapes(name, field, "one", "range");
                needed(
                        name,
                        field,
                        "protocols",
                        !field.has("protocols") && !field.has("alone"),
                        "a port needs the key protocols or alone");
                needed(
                        name,
                        field,
                        "protocols",
                        field.has("protocols") && !fields.has("protocol"),
                        "protocols can be named only where there is a field protocol");
            }
            case "protocol", "icmp-type", "icmp-code" -> {
                shapes(name, field, "one", "range");
                words(name, field, Set.of());
                boolean missing = kind.equals("icmp-code")
                        && fields.properties().stream()
                                .noneMatch(one -> one.getKey().startsWith("icmp-type"));
                needed(name, field, "", missing, "a code of ICMP needs a field icmp-type beside it");
                boolean protocol = !kind.equals("protocol") && !fields.has("protocol");
                needed(name, field, "", protocol, "types of ICMP need a field protocol beside them");
            }
            case "tcp-flags" -> {
                needed(name, field, "words", !field.has("words"), "flags need the key words");
                needed(name, field, "", !fields.has("protocol"), "flags need a field protocol beside them");
                words(name, field, FLAGS);
            }
            default -> {
                needed(name, field, "words", !field.has("words"), "networks need the key words");
                words(name, field, NETWORKS);
            }
        }
        boolean either = kind.equals("address") || kind.equals("port");
        needed(name, field, "", either && rules, "rules tell source from destination");
        needed(name, field, "two", field.has("two") && !either, "only fields that speak of either end take two values");
    }

    private void needed(String name, JsonNode field, String key, boolean wrong, String message) {
        if (wrong) {
            add(name + (field.has(key) ? "/" + key : ""), message, List.of());
        }
    }

    private void shapes(String name, JsonNode field, String... allowed) {
        field.path("values").properties().forEach(entry -> {
            String at = name + "/values/" + entry.getKey();
            if (!List.of(allowed).contains(entry.getKey())) {
                add(at, "this field has no such values", List.of(allowed));
            }
            placeholders(at, entry.getValue().asString(), IN_SHAPES.getOrDefault(entry.getKey(), Set.of()));
        });
        field.path("values")
                .properties()
                .forEach(entry -> shape(
                        name + "/values/" + entry.getKey(),
                        entry.getKey(),
                        entry.getValue().asString()));
    }

    private void shape(String at, String shape, String text) {
        switch (shape) {
            case "one" -> present(at, text, "number");
            case "host" -> present(at, text, "address");
            case "range" -> {
                present(at, text, "first");
                present(at, text, "last");
            }
            default -> {
                boolean length =
                        Stream.of("{length}", "{netmask}", "{wildcard}").anyMatch(text::contains);
                boolean range = text.contains("{first}") && text.contains("{last}");
                if (!(text.contains("{address}") && length) && !range) {
                    add(
                            at,
                            "a prefix is an address with its length",
                            List.of(
                                    "{address}/{length}",
                                    "{address} {netmask}",
                                    "{address} {wildcard}",
                                    "{first}-{last}"));
                }
            }
        }
    }

    private void texts(String name, String kind, JsonNode field) {
        boolean flags = kind.equals("tcp-flags");
        if (flags) {
            String text = field.path("text").asString("");
            placeholders(name + "/text", text, Set.of("flags", "mask", "bits"));
            if (!text.contains("{flags}") && !(text.contains("{mask}") && text.contains("{bits}"))) {
                add(name + "/text", "the flags stand nowhere", List.of("{flags}", "{mask} and {bits}"));
            }
            present(name + "/set", field.path("set").asString("{flag}"), "flag");
            present(name + "/unset", field.path("unset").asString("{flag}"), "flag");
        }
        for (String key : flags ? List.<String>of() : List.of("text", "not")) {
            around(name + "/" + key, field.path(key), "value", kind.endsWith("port"));
        }
        around(name + "/list/text", field.path("list").path("text"), "items", kind.endsWith("port"));
        around(name + "/list/not", field.path("list").path("not"), "items", kind.endsWith("port"));
        if (field.has("two")) {
            present(name + "/two", field.path("two").asString(), "one");
            present(name + "/two", field.path("two").asString(), "other");
        }
        if (field.path("text").asString("").contains("{protocol}") && field.has("alone")) {
            add(name + "/alone", "a text with {protocol} cannot go without one", List.of());
        }
    }

    private void around(String at, JsonNode text, String name, boolean protocol) {
        if (text.isString()) {
            present(at, text.asString(), name);
            placeholders(at, text.asString(), protocol ? Set.of(name, "protocol") : Set.of(name));
        }
    }

    private void present(String at, String text, String name) {
        if (!text.contains("{" + name + "}")) {
            add(at, "the placeholder {" + name + "} is missing", List.of());
        }
    }

    private void placeholders(String at, String text, Set<String> known) {
        LanguageTexts.placeholders(text).stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> add(
                        at,
                        "there is no {" + name + "} here",
                        known.stream().sorted().toList()));
    }

    /** @param known the values that a word may stand for; none when they are numbers of a byte */
    private void words(String name, JsonNode field, Set<String> known) {
        field.path("words").properties().forEach(entry -> {
            String value = entry.getValue().asString("");
            boolean right = known.isEmpty()
                    ? value.matches("[0-9]{1,3}") && Integer.parseInt(value) <= 255
                    : known.contains(value);
            if (!right) {
                add(
                        name + "/words/" + entry.getKey(),
                        "the word stands for nothing that there is",
                        known.isEmpty()
                                ? List.of("0 to 255")
                                : known.stream().sorted().toList());
            }
        });
    }

    private void add(String at, String message, List<String> allowed) {
        found.accept(new Found(place + "/" + at, message, allowed));
    }
}
