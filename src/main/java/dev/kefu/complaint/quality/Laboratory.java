package dev.kefu.complaint.quality;

/** Who makes a test. */
enum Laboratory {
  OURS("Our own laboratory 本企業檢驗"), OUTSIDE("Outside laboratory: its result binds both sides 第三方檢驗，結果對雙方有約束力");

  private final String title;

  Laboratory(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  boolean isThirdParty() {
    return this == OUTSIDE;
  }
}
