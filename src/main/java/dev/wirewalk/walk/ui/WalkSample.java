package dev.wirewalk.walk.ui;

import dev.wirewalk.store.SampleCase;
import dev.wirewalk.store.SampleCase.Capture;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.PathFile;
import dev.wirewalk.topology.Point;
import dev.wirewalk.topology.draft.PathDraft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A case to look at, captured in a laboratory where the fault was put in: its path file and its captures lie in the folder
 * {@code samples} beside this class.
 *
 * @param id its folder, and its name in links
 * @param title what goes wrong
 * @param story what the person at the client would tell, in a sentence
 */
record WalkSample(String id, String title, String story) {
    /** One for each kind of fault; the simplest first. */
    static final List<WalkSample> ALL = List.of(
            new WalkSample(
                    "works", "It works", "A page is fetched through a firewall, and no question is answered with no."),
            new WalkSample(
                    "lost",
                    "SYN lost between two boxes",
                    "A page never loads. The firewall sends the SYN on, and the server never sees it."),
            new WalkSample(
                    "capture-missing",
                    "A capture is missing",
                    "The same page, before anybody captured at the server: what can be told, and what to do next."),
            new WalkSample(
                    "dropped",
                    "Dropped inside a firewall",
                    "Mail cannot be handed over. The SYN goes into the firewall and does not come out."),
            new WalkSample(
                    "answer-dropped",
                    "Answer dropped on its way back",
                    "A page never loads, although the server answers every SYN."),
            new WalkSample(
                    "refused",
                    "Refused in the server's name",
                    "The connection is reset at once, by somebody who is not the server."),
            new WalkSample(
                    "no-arp-answer",
                    "No answer to ARP",
                    "A database cannot be reached: the client does not even find its gateway."),
            new WalkSample(
                    "translated",
                    "Behind a translation",
                    "The firewall hides the client's address. The flow is found again behind it, and works."),
            new WalkSample(
                    "random-loss",
                    "Random loss",
                    "A download stutters: some of its packets are lost on one of the links, and sent again."),
            new WalkSample(
                    "mtu",
                    "Large packets vanish",
                    "The connection opens and the request is heard, but the page never comes."),
            new WalkSample(
                    "slow-server", "A slow server", "A page takes four seconds. The network takes none of them."),
            new WalkSample(
                    "http-error", "An error of the application", "The network does its work; the page is an error."),
            new WalkSample("dns-error", "A name that does not exist", "A name server answers at once, and says no."),
            new WalkSample(
                    "three-boxes",
                    "Eight points, three boxes",
                    "A database behind two firewalls and a router: one of the three drops the SYN."));

    static Optional<WalkSample> of(String id) {
        return ALL.stream().filter(sample -> sample.id.equals(id)).findFirst();
    }

    /** The path, without files. */
    PathDraft draft() {
        return PathDraft.of(path());
    }

    private Path path() {
        return PathFile.parse(id, new String(bytes("path.yaml"), StandardCharsets.UTF_8), java.nio.file.Path.of(""));
    }

    /** The whole case, unpacked. */
    SampleCase open() {
        Path path = path();
        return new SampleCase(
                id,
                PathDraft.of(path),
                path.points().stream()
                        .flatMap(point -> point.files().stream().map(file -> capture(point, file.toString())))
                        .toList());
    }

    private Capture capture(Point point, String file) {
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes(file + ".gz")))) {
            return new Capture(point.name(), file, unpacked.readAllBytes());
        } catch (IOException cause) {
            throw new UncheckedIOException("the sample " + id + " is damaged in this build", cause);
        }
    }

    private byte[] bytes(String file) {
        try (InputStream stream = WalkSample.class.getResourceAsStream("samples/" + id + "/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("the sample " + id + " lacks " + file + " in this build");
            }
            return stream.readAllBytes();
        } catch (IOException cause) {
            throw new UncheckedIOException("the sample " + id + " could not be read", cause);
        }
    }
}
