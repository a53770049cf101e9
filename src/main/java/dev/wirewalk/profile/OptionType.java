package dev.wirewalk.profile;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which values an option takes. Every type admits a closed set of characters, none of which can end a word, a quote or a line on
 * any shell or device: this is the one gate between a user's text and a command.
 */
public sealed interface OptionType {
    /** Whether the value, which is not empty, may enter a command. */
    boolean admits(String value);

    /** The rule in words, to follow "takes". */
    String rule();

    /** What is written for an admitted value. */
    default String written(String value) {
        return value;
    }

    /** The words of an admitted value that a condition can ask for. */
    default List<String> words(String value) {
        return List.of(value);
    }

    /** A whole number, both ends included. */
    record WholeNumber(long min, long max) implements OptionType {
        @Override
        public boolean admits(String value) {
            if (!Patterns.DIGITS.matcher(value).matches()) {
                return false;
            }
            long number = Long.parseLong(value);
            return number >= min && number <= max;
        }

        @Override
        public String rule() {
            return "a whole number from " + min + " to " + max;
        }

        @Override
        public String written(String value) {
            return Long.toString(Long.parseLong(value));
        }
    }

    record Choice(List<String> values) implements OptionType {
        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public boolean admits(String value) {
            return values.contains(value);
        }

        @Override
        public String rule() {
            return "one of " + String.join(", ", values);
        }
    }

    /** On or off; {@code writes} stands in the command when it is on, and may be empty. */
    record Flag(String writes) implements OptionType {
        public static final String ON = "true";
        public static final String OFF = "false";

        @Override
        public boolean admits(String value) {
            return value.equals(ON) || value.equals(OFF);
        }

        @Override
        public String rule() {
            return "true or false";
        }

        @Override
        public String written(String value) {
            return writes;
        }
    }

    /** A name that the user gives to something on the device. */
    record Identifier(int maxLength, Set<String> reserved) implements OptionType {
        public Identifier {
            reserved = Set.copyOf(reserved);
        }

        @Override
        public boolean admits(String value) {
            return value.length() <= maxLength
                    && Patterns.IDENTIFIER.matcher(value).matches()
                    && reserved.stream().noneMatch(value::equalsIgnoreCase);
        }

        @Override
        public String rule() {
            return "a name of at most " + maxLength + " letters, digits, - and _, starting with a letter"
                    + (reserved.isEmpty() ? "" : ", and no keyword of the tool");
        }
    }

    /** The name of an interface of the device. */
    record InterfaceName(int maxLength, Set<String> reserved) implements OptionType {
        public InterfaceName {
            reserved = Set.copyOf(reserved);
        }

        @Override
        public boolean admits(String value) {
            return value.length() <= maxLength
                    && Patterns.INTERFACE.matcher(value).matches()
                    && reserved.stream().noneMatch(value::equalsIgnoreCase);
        }

        @Override
        public String rule() {
            return "an interface name of at most " + maxLength
                    + " letters, digits and . _ : @ / -, starting with a letter or digit"
                    + (reserved.isEmpty() ? "" : ", and no keyword of the tool");
        }
    }

    /** A path to a file on the device, that stays below the folder it names. */
    record FileName(int maxLength) implements OptionType {
        @Override
        public boolean admits(String value) {
            return value.length() <= maxLength
                    && Patterns.FILE.matcher(value).matches()
                    && !value.endsWith("/")
                    && !Arrays.asList(value.split("/")).contains("..");
        }

        @Override
        public String rule() {
            return "a file name of at most " + maxLength
                    + " letters, digits and . _ + - /, not starting with . or -, without ..";
        }
    }

    /** A word of letters, digits and some {@code signs}, such as the name of a pod or {@code user@host}; never an option. */
    record Word(int maxLength, String signs) implements OptionType {
        @Override
        public boolean admits(String value) {
            return !value.isEmpty()
                    && value.length() <= maxLength
                    && !value.contains("..")
                    && value.chars().allMatch(letter -> plain(letter) || signs.indexOf(letter) >= 0)
                    && (plain(value.charAt(0)) || "/_".indexOf(value.charAt(0)) >= 0);
        }

        private static boolean plain(int letter) {
            return letter < 128 && Character.isLetterOrDigit(letter);
        }

        @Override
        public String rule() {
            return "a word of at most " + maxLength + " letters and digits"
                    + (signs.isEmpty() ? "" : " and the signs " + String.join(" ", signs.split("")))
                    + ", not starting with a sign other than / and _, without ..";
        }
    }

    /** The IPv4 or IPv6 address of a server, written as in a URL (RFC 3986: IPv6 in square brackets). */
    record ServerAddress() implements OptionType {
        @Override
        public boolean admits(String value) {
            return Patterns.ADDRESS.matcher(value).matches()
                    && IpAddress.parse(value).isPresent();
        }

        @Override
        public String rule() {
            return "an IPv4 or IPv6 address";
        }

        @Override
        public String written(String value) {
            return value.indexOf(':') < 0 ? value : "[" + value + "]";
        }
    }

    /** An IPv4 or IPv6 address, or one of the family that is named. */
    record Address(Optional<IpVersion> family) implements OptionType {
        @Override
        public boolean admits(String value) {
            return Patterns.ADDRESS.matcher(value).matches()
                    && IpAddress.parse(value)
                            .filter(address ->
                                    family.isEmpty() || address.version().equals(family.get()))
                            .isPresent();
        }

        @Override
        public String rule() {
            return family.map(version -> "an IP" + version.name().toLowerCase(Locale.ROOT) + " address")
                    .orElse("an IPv4 or IPv6 address");
        }

        @Override
        public String written(String value) {
            return IpAddress.parse(value).map(IpAddress::toString).orElse(value);
        }
    }

    /** Some of the letters, each at most once, as the inspection points of a tool. */
    record Letters(String allowed) implements OptionType {
        @Override
        public boolean admits(String value) {
            return value.length() <= allowed.length()
                    && value.chars().allMatch(letter -> allowed.indexOf(letter) >= 0)
                    && value.chars().distinct().count() == value.length();
        }

        @Override
        public String rule() {
            return "some of the letters " + allowed + ", each at most once";
        }
    }

    /** Debug modules with their flags: {@code fw + drop conn, VPN + all}. */
    record Modules(ModuleTree tree) implements OptionType {
        @Override
        public boolean admits(String value) {
            List<String> parts = items(value);
            return parts.stream().allMatch(this::known)
                    && parts.stream().map(Modules::module).distinct().count() == parts.size();
        }

        @Override
        public String rule() {
            return "modules with their flags such as \"fw + drop conn, cluster + if\"; the modules are "
                    + String.join(
                            ", ",
                            tree.modules().stream()
                                    .map(ModuleTree.Module::name)
                                    .sorted()
                                    .toList());
        }

        @Override
        public List<String> words(String value) {
            return items(value).stream()
                    .flatMap(item -> Arrays.stream(item.split(" ")).skip(2))
                    .toList();
        }

        /** One text for each module, {@code fw + drop conn}. */
        public static List<String> items(String value) {
            return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        }

        /** The module's name of one such text. */
        public static String module(String item) {
            return item.split(" ")[0];
        }

        private boolean known(String item) {
            if (!Patterns.MODULE.matcher(item).matches()) {
                return false;
            }
            return words(item).stream()
                    .allMatch(flag -> tree.flag(module(item), flag).isPresent());
        }
    }

    /** The character sets, each the whole of what a type lets through. */
    final class Patterns {
        private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
        private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
        private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:@/-]*");
        private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_/][A-Za-z0-9_.+/-]*");
        private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");
        private static final Pattern MODULE = Pattern.compile("[A-Za-z0-9_]+ \\+( [a-z0-9_]+)+");

        private Patterns() {}
    }
}
