package dev.wirewalk.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads profiles from the class path and, when given, from a folder whose files come before those of the same name. */
public final class ProfileLoader {
    private static final String FOLDER = "vendor-profiles";
    private static final String ENDING = ".yaml";

    private final Map<String, Set<String>> families;
    private final Map<String, Set<String>> lackable;
    private final Map<String, Set<String>> forms;
    private final Optional<Path> extra;
    private final ProfileSchema schema = new ProfileSchema();

    /** For families of which a tool lacks nothing. */
    public ProfileLoader(Map<String, Set<String>> families, Optional<Path> extra) {
        this(families, Map.of(), extra);
    }

    /** For families that do not list the forms of their runs. */
    public ProfileLoader(Map<String, Set<String>> families, Map<String, Set<String>> lackable, Optional<Path> extra) {
        this(families, lackable, Map.of(), extra);
    }

    /**
     * @param families the known filter languages, each with the names of the limits that it asks for
     * @param lackable the words of each language's parts that a tool may lack
     * @param forms the forms of a run that a language has; one that is not there does not list them
     */
    public ProfileLoader(
            Map<String, Set<String>> families,
            Map<String, Set<String>> lackable,
            Map<String, Set<String>> forms,
            Optional<Path> extra) {
        this.families = Map.copyOf(families);
        this.lackable = Map.copyOf(lackable);
        this.forms = Map.copyOf(forms);
        this.extra = extra;
    }

    /** The identifiers of all profiles, sorted. */
    public List<String> ids() {
        try {
            return listedIds();
        } catch (IOException e) {
            throw new UncheckedIOException("the profiles cannot be listed: " + e.getMessage(), e);
        }
    }

    private List<String> listedIds() throws IOException {
        Set<String> ids = new TreeSet<>(classPathNames());
        extraFiles().forEach(file -> ids.add(file.getFileName().toString()));
        return ids.stream()
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .toList();
    }

    private List<Path> extraFiles() throws IOException {
        if (extra.isEmpty() || !Files.isDirectory(extra.get())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(extra.get())) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    /** What the files of the extra folder look like from outside, by name; it changes when one is written, put there or taken away. */
    public Map<String, String> stamps() {
        Map<String, String> stamps = new TreeMap<>();
        try {
            for (Path file : extraFiles()) {
                stamp(file).ifPresent(stamp -> stamps.put(file.getFileName().toString(), stamp));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the profiles cannot be listed: " + e.getMessage(), e);
        }
        return stamps;
    }

    /** As {@link #stamps} has it for this identifier; empty when its profile does not come from the extra folder. */
    public Optional<String> stamp(String id) {
        return extra.map(folder -> folder.resolve(id + ENDING)).flatMap(ProfileLoader::stamp);
    }

    private static Optional<String> stamp(Path file) {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(seen.lastModifiedTime() + " " + seen.size() + " " + seen.fileKey());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /**
     * The profile of that identifier, empty when there is none.
     *
     * @throws BadProfileException when the file is not a right profile
     */
    public Optional<ToolProfile> load(String id) throws BadProfileException {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            return Optional.empty();
        }
        try {
            return loadFile(id + ENDING);
        } catch (IOException e) {
            throw new UncheckedIOException("the profile " + id + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Optional<ToolProfile> loadFile(String name) throws IOException, BadProfileException {
        Optional<Path> file = extra.map(folder -> folder.resolve(name)).filter(Files::isRegularFile);
        if (file.isPresent()) {
            return Optional.of(readFile(file.get()));
        }
        try (InputStream in = ProfileLoader.class.getResourceAsStream("/" + FOLDER + "/" + name)) {
            if (in == null) {
                return Optional.empty();
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(read(FOLDER + "/" + name, text));
        }
    }

    private ToolProfile readFile(Path file) throws IOException, BadProfileException {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            String what = "this is not text in UTF-8";
            throw new BadProfileException(List.of(new ProfileProblem(file.toString(), 1, "", what, List.of())));
        }
    }

    /**
     * Reads the text of a profile.
     *
     * @param file its name in problems; without folder and ending it is the identifier that the profile must have
     */
    public ToolProfile read(String file, String text) throws BadProfileException {
        YamlDocument document = YamlDocument.parse(file, text);
        refuse(schema.problems(document));
        ToolProfile profile = new ProfileReader(document).read();
        List<ProfileProblem> problems =
                new ArrayList<>(new ProfileChecks(document, profile, families, lackable).problems());
        problems.addAll(new OptionChecks(document, profile).problems());
        problems.addAll(new ReadsChecks(document, profile, forms.getOrDefault(profile.family(), Set.of())).problems());
        String expected = Path.of(file).getFileName().toString();
        if (!expected.equals(profile.id() + ENDING)) {
            problems.add(
                    document.problem("/id", "the file of this profile is called " + profile.id() + ENDING, List.of()));
        }
        refuse(problems);
        return profile;
    }

    private static void refuse(List<ProfileProblem> problems) throws BadProfileException {
        if (!problems.isEmpty()) {
            throw new BadProfileException(problems);
        }
    }

    /** Lists the folder whether the program lies in a folder, in a jar, or in a jar within a jar. */
    private static List<String> classPathNames() throws IOException {
        @Nullable URL folder = ProfileLoader.class.getResource("/" + FOLDER);
        if (folder == null) {
            return List.of();
        }
        if (folder.getProtocol().equals("file")) {
            try (Stream<Path> files = Files.list(Path.of(URI.create(folder.toString())))) {
                return profiles(files.map(file -> file.getFileName().toString()));
            }
        }
        if (folder.openConnection() instanceof JarURLConnection jar) {
            String prefix = jar.getEntryName().replaceAll("/*$", "") + "/";
            return profiles(jar.getJarFile().stream()
                    .map(java.util.zip.ZipEntry::getName)
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length())));
        }
        throw new IOException("the profiles cannot be listed at " + folder);
    }

    private static List<String> profiles(Stream<String> names) {
        return names.filter(name -> name.endsWith(ENDING) && !name.contains("/"))
                .toList();
    }
}
