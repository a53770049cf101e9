package dev.wirewalk.api;

import dev.wirewalk.command.InvalidOptionException;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.command.ToolSummary;
import dev.wirewalk.command.path.PathPlanException;
import dev.wirewalk.command.path.PathPlanner;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.reading.Translator;
import dev.wirewalk.reading.UnreadableCommandException;
import dev.wirewalk.topology.PathFile;
import dev.wirewalk.topology.PathFileException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The commands of tools over HTTP. */
@RestController
class CommandsApi {
    private final ToolCatalogue catalogue;

    CommandsApi(ToolCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/api/tools")
    ResponseEntity<String> tools() {
        return json(catalogue.usable().profiles().stream().map(ToolSummary::of).toList());
    }

    @PostMapping(path = "/api/commands", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> commands(HttpServletRequest request) throws IOException, RefusedRequest {
        RequestBody body = RequestBody.read(request.getInputStream(), Set.of("filter", "tools", "tool", "set"));
        List<ToolProfile> profiles = profiles("tools", body.identifiers("tools", "tool"));
        try {
            return json(catalogue.plans(profiles, body.filter(), body.settings()));
        } catch (InvalidOptionException refused) {
            throw new RefusedRequest("set: " + refused.getMessage());
        }
    }

    @PostMapping(path = "/api/plan", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> plan(HttpServletRequest request) throws IOException, RefusedRequest {
        RequestBody body = RequestBody.read(request.getInputStream(), Set.of("filter", "path", "set"));
        try {
            // No capture is read for a plan: where its files would lie does not matter.
            dev.wirewalk.topology.Path path = PathFile.parse("path", body.text("path"), Path.of(""));
            return json(new PathPlanner(catalogue).plan(path, body.filter(), body.settings()));
        } catch (PathFileException | PathPlanException refused) {
            throw new RefusedRequest("path: " + refused.getMessage());
        }
    }

    @PostMapping(path = "/api/translate", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> translate(HttpServletRequest request) throws IOException, RefusedRequest {
        RequestBody body = RequestBody.read(request.getInputStream(), Set.of("from", "to", "text"));
        String text = body.text("text");
        List<ToolProfile> targets = profiles("to", body.identifiers("to"));
        Translator translator = new Translator(catalogue);
        try {
            Optional<String> from = body.optionalText("from");
            ToolProfile source = from.isPresent() ? profile("from", from.get()) : translator.source(text);
            return json(translator.translate(source, targets, text));
        } catch (UnreadableCommandException unread) {
            throw RefusedRequest.at("text: ", unread.line(), unread.column(), unread.getMessage() + ".");
        } catch (InvalidOptionException refused) {
            throw new RefusedRequest("to: " + refused.getMessage());
        } catch (BadProfileException broken) {
            throw new RefusedRequest("from: a profile cannot be used, so that the tool must be named.");
        }
    }

    @GetMapping("/api/openapi.json")
    ResponseEntity<String> description() throws IOException {
        try (InputStream in = Objects.requireNonNull(CommandsApi.class.getResourceAsStream("openapi.json"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text);
        }
    }

    @ExceptionHandler
    ResponseEntity<String> problem(RefusedRequest refused) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", "The request cannot be answered");
        problem.put("status", refused.status());
        problem.put("detail", refused.getMessage());
        refused.place().ifPresent(place -> {
            problem.put("line", place.line());
            problem.put("column", place.column());
        });
        return ResponseEntity.status(refused.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(JsonMapper.shared().writeValueAsString(problem));
    }

    private List<ToolProfile> profiles(String key, List<String> ids) throws RefusedRequest {
        List<ToolProfile> profiles = new ArrayList<>();
        for (String id : ids) {
            profiles.add(profile(key, id));
        }
        return profiles;
    }

    private ToolProfile profile(String key, String id) throws RefusedRequest {
        try {
            return catalogue
                    .profile(id.strip())
                    .orElseThrow(() -> new RefusedRequest(
                            key + ": there is no such tool; there are " + String.join(", ", catalogue.ids()) + "."));
        } catch (BadProfileException broken) {
            throw new RefusedRequest(key + ": the profile of this tool cannot be used.");
        }
    }

    private static ResponseEntity<String> json(Object value) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(JsonMapper.shared().writeValueAsString(value));
    }
}
