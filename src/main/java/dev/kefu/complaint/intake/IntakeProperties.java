package dev.kefu.complaint.intake;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what comes from outside.
 *
 * @param message name of the message that starts a complaint's case
 * @param largestBody a request of exactly this size is accepted
 * @param limit how fast a channel may send
 * @param imports limits of files
 */
@ConfigurationProperties("kefu.complaint.intake")
public record IntakeProperties(String message, DataSize largestBody, Limit limit, Imports imports) {

  /**
   * A channel's allowance, on each node; it fills up evenly.
   *
   * @param requests how many, all at once too
   * @param per in this time
   */
  public record Limit(long requests, Duration per) {
  }

  /**
   * Limits of imports.
   *
   * @param roles ids of the roles that may import
   * @param largestFile a file of exactly this size is accepted
   * @param largestUnpacked all that an XLSX file holds, unpacked
   * @param largestTexts the part of an XLSX file that holds its texts, unpacked; it is the one part that stays in memory
   * @param longestCell characters
   * @param keep how long a file is kept after its import has ended
   * @param lookEvery how often a node looks for work
   * @param lease how long a node that is silent keeps an import; longer than the slowest row
   */
  public record Imports(List<String> roles, DataSize largestFile, DataSize largestUnpacked, DataSize largestTexts, int longestCell, Duration keep,
                        Duration lookEvery, Duration lease) {
  }
}
