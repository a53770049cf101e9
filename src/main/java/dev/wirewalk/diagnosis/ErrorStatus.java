package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FlowKey;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answer itself says that the request failed: an HTTP status line (RFC 9112) or the RCODE of DNS (RFC 1035 4.1.1). */
final class ErrorStatus implements Rule {
    private static final Pattern STATUS = Pattern.compile("HTTP/\\d\\.\\d ([45])(\\d\\d)");
    private static final byte[] HTTP = "HTTP/".getBytes(StandardCharsets.ISO_8859_1);
    private static final int DNS_PORT = 53;

    /** Bytes up to the end of the status code of HTTP ("HTTP/1.1 200"), and of the header of DNS: both happen to be 12. */
    private static final int STATUS_END = 12;

    private static final int NAME_ERROR = 3;

    @Override
    public Optional<Finding> judge(Scene scene) {
        Dialogue tcp = Dialogue.near(scene, Direction.RETURN);
        List<Observation> answers =
                scene.tcp() ? tcp.said(Direction.RETURN) : tcp.point().packets(Direction.RETURN);
        return first(scene, answers).or(() -> first(scene, anywhere(scene)));
    }

    private static Optional<Finding> first(Scene scene, List<Observation> answers) {
        return answers.stream()
                .flatMap(answer -> (scene.tcp() ? http(scene, answer) : dns(scene, answer)).stream())
                .findFirst();
    }

    /** A box may answer in the server's name, or the server's capture may be cut short: then other points show the answer. */
    private static List<Observation> anywhere(Scene scene) {
        return scene.tcp() ? scene.begunAnswers() : said(scene, _ -> true);
    }

    private static List<Observation> said(Scene scene, Predicate<Observation> which) {
        return scene.points().stream()
                .flatMap(point -> point.packets(Direction.RETURN).stream())
                .filter(packet -> packet.payloadLength() > 0 && which.test(packet))
                .toList();
    }

    /** The packets of any point that begin an HTTP answer, as far as they hold of it. */
    static List<Observation> begun(Scene scene) {
        return said(scene, ErrorStatus::begunHttp);
    }

    /** Whether the answer would tell a status, but no capture holds enough of it ("HTTP/1.1 200", or the header of DNS). */
    boolean cutOff(Scene scene) {
        List<Observation> answers = anywhere(scene);
        return !answers.isEmpty()
                && (scene.tcp() || dnsPort(scene))
                && answers.stream()
                        .allMatch(answer -> answer.head().length < STATUS_END && answer.payloadLength() >= STATUS_END);
    }

    private static boolean begunHttp(Observation answer) {
        byte[] head = answer.head();
        int differs = Arrays.mismatch(head, HTTP);
        return head.length > 0 && (differs < 0 || differs == Math.min(head.length, HTTP.length));
    }

    private static boolean dnsPort(Scene scene) {
        return scene.trace()
                .flow()
                .map(FlowKey::serverPort)
                .filter(port -> port == DNS_PORT)
                .isPresent();
    }

    private static Optional<Finding> http(Scene scene, Observation answer) {
        if (!begunHttp(answer)) {
            return Optional.empty();
        }
        Matcher status = STATUS.matcher(new String(answer.head(), StandardCharsets.ISO_8859_1));
        if (!status.lookingAt()) {
            return Optional.empty();
        }
        boolean client = status.group(1).equals("4");
        return finding(
                scene,
                answer,
                client ? Cause.HTTP_4XX : Cause.HTTP_5XX,
                "answers with HTTP status " + status.group(1) + status.group(2));
    }

    private static Optional<Finding> dns(Scene scene, Observation answer) {
        byte[] head = answer.head();
        if (!dnsPort(scene) || head.length < STATUS_END || (head[2] & 0x80) == 0 || (head[3] & 0x0F) == 0) {
            return Optional.empty();
        }
        int code = head[3] & 0x0F;
        return finding(
                scene,
                answer,
                code == NAME_ERROR ? Cause.DNS_NXDOMAIN : Cause.DNS_ERROR,
                "answers with DNS code " + code + (code == NAME_ERROR ? ": the name does not exist" : ""));
    }

    private static Optional<Finding> finding(Scene scene, Observation answer, Cause cause, String words) {
        List<PointTrace> way = scene.way(Direction.RETURN);
        int origin = 0;
        while (origin < way.size() - 1
                && way.get(origin).packets(Direction.RETURN).stream().noneMatch(packet -> packet.payloadLength() > 0)) {
            origin++;
        }
        // What comes in over a link was not made by the box that takes it in.
        boolean byServer = way.subList(0, origin).stream().noneMatch(PointTrace::captured)
                || !way.get(origin - 1).device().equals(way.get(origin).device());
        String device = byServer ? way.getFirst().device() : way.get(origin).device();
        return Optional.of(Finding.fails(
                Place.at(device),
                Direction.RETURN,
                Stage.APPLICATION,
                cause,
                Evidence.of(List.of(answer)),
                "The network works; " + device + " " + words + "."));
    }
}
