package dev.kefu.engine.deployment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The files that are deployed together: a process with its parts, their forms, and the decision tables that it is the first to use.
 *
 * @param name process id, or the decision's id for a table that no model names
 * @param files sorted by name
 * @param processes ids of the processes in it
 * @param decisions ids of the decisions in it
 */
record DeploymentUnit(String name, List<ModelFile> files, SortedSet<String> processes, SortedSet<String> decisions) {

  /** SHA-256 over names, lengths and contents, in hexadecimal digits. */
  String hash() {
    MessageDigest digest = DigestUtils.getSha256Digest();
    for (ModelFile file : files) {
      digest.update((file.name() + '\n' + file.content().length + '\n').getBytes(StandardCharsets.UTF_8));
      digest.update(file.content());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
