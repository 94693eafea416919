package dev.kefu.complaint.remedy;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One line of the slip: goods of one product and batch, as promised and as received. */
@Entity
@Table(name = "complaint_remedy_goods")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class RemedyGoods {

  /** What the warehouse found; mixed goods differ from what was agreed, defective ones are why they come back. */
  enum State {
    INTACT("intact 完好"), DEFECTIVE("defective 不良"), MIXED("mixed 混料");

    private final String title;

    State(String title) {
      this.title = title;
    }
  }

  private static final int MONEY = 2;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private int lineNo;
  @Enumerated(EnumType.STRING)
  private Branch branch;
  private String product;
  private String batch;
  private BigDecimal quantity;
  private BigDecimal unitPrice;
  private BigDecimal amount;
  private BigDecimal received;
  @Enumerated(EnumType.STRING)
  private State state;

  RemedyGoods(int lineNo, Slip.Row row) {
    this.lineNo = lineNo;
    branch = Branch.of(row.kind());
    product = row.product();
    batch = row.batch();
    quantity = row.quantity();
    unitPrice = row.unitPrice();
    amount = row.amount();
  }

  void receive(BigDecimal count, State found) {
    received = count;
    state = found;
  }

  boolean differs() {
    return received == null || received.compareTo(quantity) != 0 || state == State.MIXED;
  }

  /** Value of what came back: never more than the line's amount. */
  BigDecimal receivedValue() {
    BigDecimal counted = received == null ? BigDecimal.ZERO : received.min(quantity);
    return amount.multiply(counted).divide(quantity, MONEY, RoundingMode.HALF_UP);
  }

  /** As a line of the slip, for people. */
  String promised() {
    return "- Line 行 %d · %s: %s, batch 批號 %s, %s × %s = %s 元".formatted(lineNo, branch.title(), product, batch, number(quantity), unitPrice.toPlainString(), amount.toPlainString());
  }

  /** As it came back, for people. */
  String found() {
    return "- Line 行 %d · %s: %s, batch 批號 %s, received 實收 %s / %s%s".formatted(lineNo, branch.title(), product, batch,
        received == null ? "0" : number(received), number(quantity), state == null ? "" : ", " + state.title);
  }

  static String number(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
