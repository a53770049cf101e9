package dev.wirewalk.command;

import dev.wirewalk.dialect.AccessList;
import dev.wirewalk.dialect.Dialect;
import dev.wirewalk.dialect.DisplayFilter;
import dev.wirewalk.dialect.FieldFilter;
import dev.wirewalk.dialect.FieldLines;
import dev.wirewalk.dialect.FiveTuples;
import dev.wirewalk.dialect.Inspect;
import dev.wirewalk.dialect.OneFlow;
import dev.wirewalk.dialect.PcapFilter;
import dev.wirewalk.dialect.TextSearch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The filter languages by the word of the profile's {@code family} key. */
public final class Dialects {
    private final Map<String, Dialect> byFamily;

    public Dialects(List<Dialect> dialects) {
        Map<String, Dialect> map = new LinkedHashMap<>();
        dialects.forEach(dialect -> map.put(dialect.family(), dialect));
        byFamily = Map.copyOf(map);
    }

    /** The families that Wirewalk speaks; a new one is one line here. */
    public static Dialects standard() {
        return new Dialects(List.of(
                new PcapFilter(),
                new Inspect(),
                new FiveTuples(),
                new FieldFilter(),
                new TextSearch(),
                new AccessList(),
                new OneFlow(),
                new FieldLines(),
                new DisplayFilter()));
    }

    /** Each family with the names of the limits that a profile of it must state. */
    public Map<String, Set<String>> limitNames() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        byFamily.forEach((family, dialect) -> names.put(family, dialect.limitNames()));
        return names;
    }

    /** Each family with the names of the parts that a tool of it may lack. */
    public Map<String, Set<String>> lackable() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        byFamily.forEach((family, dialect) -> names.put(family, dialect.lackable()));
        return names;
    }

    /** The families that list the forms of their runs, with those. */
    public Map<String, Set<String>> forms() {
        Map<String, Set<String>> forms = new LinkedHashMap<>();
        byFamily.forEach((family, dialect) -> forms.put(family, dialect.forms()));
        return forms;
    }

    /** The dialect of a family that a loaded profile names; the loader refuses profiles of other families. */
    public Dialect of(String family) {
        Dialect dialect = byFamily.get(family);
        if (dialect == null) {
            throw new IllegalArgumentException("no filter language is called " + family);
        }
        return dialect;
    }
}
