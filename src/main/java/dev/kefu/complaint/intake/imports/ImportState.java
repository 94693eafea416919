package dev.kefu.complaint.intake.imports;

/** Where an import stands. */
enum ImportState {

  /** Its file is still being kept. */
  RECEIVING("Receiving 接收中"),
  WAITING("Waiting 等待中"),
  RUNNING("Running 進行中"),
  DONE("Done 已完成"),
  CANCELLED("Cancelled 已取消"),
  /** Its file could not be read to the end. */
  FAILED("Failed 失敗");

  private final String label;

  ImportState(String label) {
    this.label = label;
  }

  /** What people read. */
  String label() {
    return label;
  }
}
