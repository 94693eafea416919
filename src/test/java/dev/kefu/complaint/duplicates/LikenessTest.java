package dev.kefu.complaint.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikenessTest {

  @Test
  void theSameWordsInAnotherOrderAreAlikeInBothLanguages() {
    assertThat(Likeness.of("The pump leaks oil after one hour of work.", "After one hour of work the pump leaks oil!")).isGreaterThan(0.9);
    assertThat(Likeness.of("水泵運行一小時後漏油，地面都是油。", "地面都是油，水泵運行一小時後漏油")).isGreaterThan(0.8);
  }

  @Test
  void otherMattersAreNotAlike() {
    assertThat(Likeness.of("水泵運行一小時後漏油，地面都是油。", "發票金額與合同不符，請更正。")).isLessThan(0.1);
    assertThat(Likeness.of("The pump leaks oil.", "Your invoice is wrong.")).isLessThan(0.3);
  }

  @Test
  void widthCapitalsAndPunctuationMakeNoDifference() {
    assertThat(Likeness.of("ＰＵＭＰ 漏油！", "pump漏油")).isEqualTo(1.0, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void nothingIsLikeAnEmptyText() {
    assertThat(Likeness.of("", "漏油")).isZero();
    assertThat(Likeness.of(null, "…！")).isZero();
  }
}
