package dev.wirewalk.profile;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The JSON schema of the profiles: which keys there are and which values they take. */
final class ProfileSchema {
    private static final String RESOURCE = "tool-profile.schema.json";

    private final Schema schema;

    ProfileSchema() {
        try (InputStream in = Objects.requireNonNull(ProfileSchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ProfileProblem> problems(YamlDocument document) {
        return schema.validate(document.root()).stream()
                .map(error -> problem(document, error))
                .distinct()
                .toList();
    }

    private ProfileProblem problem(YamlDocument document, Error error) {
        String place = error.getInstanceLocation().toString();
        String property = Objects.requireNonNullElse(error.getProperty(), "");
        String keyword = Objects.requireNonNullElse(error.getKeyword(), "");
        return switch (keyword) {
            case "additionalProperties" -> document.problem(place + "/" + property, "unknown key", knownKeys(error));
            case "required" -> document.problem(place, "the key " + property + " is missing", List.of());
            case "enum" -> document.problem(place, "unknown value", values(error.getSchemaNode()));
            default -> document.problem(place, error.getMessage(), List.of());
        };
    }

    /** The keys of the {@code properties} that stand beside the {@code additionalProperties} that was broken. */
    private List<String> knownKeys(Error error) {
        String fragment = error.getSchemaLocation().getFragment().toString();
        JsonNode around = schema.getSchemaNode().at(fragment.substring(0, fragment.lastIndexOf('/')));
        return List.copyOf(around.path("properties").propertyNames());
    }

    private static List<String> values(JsonNode node) {
        JsonNode list = node.isArray() ? node : node.path("enum");
        List<String> values = new ArrayList<>();
        list.forEach(value -> values.add(value.asString()));
        return values;
    }
}
