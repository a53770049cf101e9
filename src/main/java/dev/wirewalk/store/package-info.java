/**
 * What a browser session has given us and what came of it: uploaded captures in a private folder, the investigation they
 * belong to, and the jobs that work on them.
 *
 * <p>{@link dev.wirewalk.store.UploadStore} owns the folders on disk: one per browser session, readable by the owner of the
 * process only, files under random names, bounded in size, gone with the session.
 * {@link dev.wirewalk.store.Investigation} is one session's path, its files per point and the result of the walk; pages
 * listen to it and may come and go. {@link dev.wirewalk.store.WalkJob} is one run of the walk in the background.
 *
 * <p>Flows in: bytes from uploads and what the user declares about the path. Flows out:
 * {@link dev.wirewalk.store.Investigation.State}, one immutable picture after another. There is no way from here to a
 * download address: nothing that was uploaded can be fetched again.
 */
@NullMarked
package dev.wirewalk.store;

import org.jspecify.annotations.NullMarked;
