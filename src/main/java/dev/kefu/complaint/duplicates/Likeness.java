package dev.kefu.complaint.duplicates;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.text.similarity.CosineSimilarity;

/**
 * How much alike two texts are, by the pairs of characters that they share. Pairs need no words, so that Chinese, which has no blanks, is
 * compared as English is; full-width and half-width, capitals and punctuation make no difference.
 */
public final class Likeness {

  private static final CosineSimilarity COSINE = new CosineSimilarity();

  private Likeness() {
  }

  /** Between 0 (nothing in common) and 1 (the same); a text without letters or digits is like none. */
  public static double of(String one, String other) {
    Map<CharSequence, Integer> pairsOfOne = pairs(one);
    Map<CharSequence, Integer> pairsOfOther = pairs(other);
    return pairsOfOne.isEmpty() || pairsOfOther.isEmpty() ? 0 : COSINE.cosineSimilarity(pairsOfOne, pairsOfOther);
  }

  private static Map<CharSequence, Integer> pairs(String text) {
    int[] letters = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit).toArray();
    Map<CharSequence, Integer> pairs = new HashMap<>();
    for (int i = 0; i < letters.length - 1; i++) {
      pairs.merge(new String(letters, i, 2), 1, Integer::sum);
    }
    return pairs;
  }
}
