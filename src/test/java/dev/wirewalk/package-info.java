/**
 * Tests mirror the packages of the application. This package itself holds what all tests share: where labelled captures
 * outside the repository are ({@link dev.wirewalk.SharedFolder}), texts that are compared with a stored file
 * ({@link dev.wirewalk.GoldenFiles}), and the rules about the source code.
 */
@NullMarked
package dev.wirewalk;

import org.jspecify.annotations.NullMarked;
