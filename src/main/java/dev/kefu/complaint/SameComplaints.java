package dev.kefu.complaint;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the ledger of complaints says to those who watch whether something is complained about again (P62 step watch). */
public interface SameComplaints {

  /** What a complaint is about; empty for a number that the ledger does not have. */
  Optional<Matter> matterOf(String caseNumber);

  /**
   * Numbers of the complaints about the same matter, in the order of their receipt; those merged into another, cancelled or found to be unfounded do not count.
   *
   * @param after received later than this
   * @param until received no later than this
   */
  List<String> since(Matter matter, Instant after, Instant until);

  /**
   * What a complaint is about.
   *
   * @param product or null
   * @param kind code of the kind of complaint, null as long as it is not registered
   * @param causeCategory code of the kind of cause, null as long as it is not found
   */
  record Matter(String product, String kind, String causeCategory) {

    /**
     * Whether another complaint is about this matter: the same product where this one names one, the same kind, and no cause known to be another.
     * Width, case and blanks of a product's name make no difference.
     */
    public boolean isRepeatedBy(Matter other) {
      return kind != null && kind.equals(other.kind) && (product == null || plain(product).equals(plain(other.product)))
          && (causeCategory == null || other.causeCategory == null || causeCategory.equals(other.causeCategory));
    }

    private static String plain(String name) {
      return name == null ? null : Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }
  }
}
