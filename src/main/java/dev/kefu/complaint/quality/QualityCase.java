package dev.kefu.complaint.quality;

import dev.kefu.complaint.ledger.ComplaintLedger.Goods;
import dev.kefu.complaint.shares.Shares;
import dev.kefu.engine.FactsRefused;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/**
 * A product-quality complaint (P60): order, samples, tests, cause, shares of responsibility, remedy. Money is yuan with two decimals. What people
 * hand in against its rules is refused with {@link FactsRefused}.
 */
@Entity
@Table(name = "complaint_quality_cases")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class QualityCase {

  /** Where a quality complaint stands; those from {@code CLOSED} on are ends. */
  enum Status {
    OPEN, SAMPLED, TESTED, ANALYSED, JUDGED, PROPOSED, APPROVED, REMEDIED, CLOSED, UNJUSTIFIED, REJECTED, REFUSED, CANCELLED;

    boolean isEnd() {
      return compareTo(REMEDIED) > 0;
    }
  }

  private static final int MONEY = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String processInstanceId;
  private String caseNumber;
  private long complaintId;
  private String customerCode;
  private String product;
  private String orderNo;
  private String batchNo;
  private BigDecimal quantity;
  private LocalDate shippedOn;
  private Instant receivedAt;
  private Instant openedAt;
  private String checkedBy;
  private String market;
  private String contractNo;
  private boolean damagesClaimed;
  private boolean pretext;
  private Instant dueAt;
  private String kind;
  private String sampledBatch;
  @Enumerated(EnumType.STRING)
  private Fault fault;
  private boolean bindingAsked;
  private String reply;
  private String evidenceKept;
  private String cause;
  private String causeCategory;
  private boolean designRelated;
  private boolean danger;
  private BigDecimal defectRate;
  private BigDecimal goodsValue;
  private String treatment;
  private String lossBasis;
  private LocalDate resaleUntil;
  private boolean resold;
  private BigDecimal lossAmount;
  private String judgedBy;
  private Instant judgedAt;
  private String remedy;
  private boolean damages;
  private Integer allowanceMin;
  private Integer allowanceMax;
  private BigDecimal allowancePercent;
  private String remedies;
  private BigDecimal amount;
  private String salesOpinion;
  private String proposedBy;
  private Instant approvedAt;
  private String remedyResult;
  private Instant remindedAt;
  @Enumerated(EnumType.STRING)
  private Status status = Status.OPEN;
  private Instant endedAt;
  @Version
  private int version;

  @ElementCollection
  @CollectionTable(name = "complaint_quality_samples", joinColumns = @JoinColumn(name = "quality_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<QualitySample> samples = new ArrayList<>();
  @ElementCollection
  @CollectionTable(name = "complaint_quality_tests", joinColumns = @JoinColumn(name = "quality_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<QualityTest> tests = new ArrayList<>();
  @ElementCollection
  @CollectionTable(name = "complaint_quality_measures", joinColumns = @JoinColumn(name = "quality_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<QualityMeasure> measures = new ArrayList<>();
  @ElementCollection
  @CollectionTable(name = "complaint_quality_shares", joinColumns = @JoinColumn(name = "quality_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<QualityShare> shares = new ArrayList<>();

  /**
   * The complaint that a quality complaint belongs to.
   *
   * @param processInstanceId instance of quality-complaint
   * @param complaintId in the complaint ledger
   * @param customerCode null when the customer is anonymous
   */
  record Origin(String processInstanceId, String caseNumber, long complaintId, String customerCode, Instant receivedAt) {
  }

  QualityCase(Origin origin, Goods goods, OrderCheck check, String by, Instant openedAt) {
    processInstanceId = origin.processInstanceId();
    caseNumber = origin.caseNumber();
    complaintId = origin.complaintId();
    customerCode = origin.customerCode();
    receivedAt = origin.receivedAt();
    product = goods.product();
    orderNo = goods.orderNo();
    batchNo = goods.batchNo();
    quantity = goods.quantity();
    shippedOn = goods.shippedOn();
    checkedBy = by;
    this.openedAt = openedAt;
    take(check);
  }

  private void take(OrderCheck check) {
    market = check.market();
    contractNo = check.contractNo();
    damagesClaimed = check.damagesClaimed();
    pretext = check.pretext();
  }

  /**
   * Takes a corrected check of the order; kind and deadline stay as the tables decided.
   *
   * @throws FactsRefused once samples were taken
   */
  void correct(OrderCheck check) {
    mustRun("correct the check of the order");
    if (status != Status.OPEN) {
      throw new FactsRefused("Samples were taken by this check of the order: it stays as it is. 已據此取樣，不能再改");
    }
    take(check);
  }

  void dueBy(Instant due) {
    mustRun("set the deadline");
    dueAt = due;
  }

  void classify(String newKind) {
    mustBe("note the kind", Status.OPEN, Status.ANALYSED);
    kind = newKind;
  }

  /**
   * Takes the samples, at first or corrected.
   *
   * @throws FactsRefused for a number that stands twice, or when a sample was tested already
   */
  void sample(Sampling sampling, String by) {
    if (!tests.isEmpty()) {
      throw new FactsRefused("A sample was tested already: the samples stay as they are. 樣品已檢驗，不能再改");
    }
    mustBe("take samples", Status.OPEN, Status.SAMPLED);
    Set<String> numbers = new HashSet<>();
    sampling.samples().stream().map(Sampling.Row::sampleNo).filter(number -> !numbers.add(number)).findFirst().ifPresent(number -> {
      throw new FactsRefused("Samples 樣品: sample no. %s stands twice 樣品號 %s 重複".formatted(number, number));
    });
    samples.clear();
    sampling.samples().forEach(row -> samples.add(new QualitySample(row, sampling, by)));
    sampledBatch = sampling.sampledBatch();
    status = Status.SAMPLED;
  }

  /**
   * Takes a test; an outside one binds both sides.
   *
   * @throws FactsRefused for a sample that nobody took, or a test before it was taken
   * @throws IllegalStateException for an outside test that was not asked for, or a second one
   */
  void test(Testing testing, boolean thirdParty, String by) {
    mustBe("note a test", Status.SAMPLED, Status.TESTED);
    if (thirdParty != bindingAsked || fault == Fault.OURS || isBindinglyTested()) {
      throw new IllegalStateException(caseNumber + " is not to be tested " + (thirdParty ? "outside." : "by us again."));
    }
    QualitySample sample = samples.stream().filter(taken -> taken.getSampleNo().equals(testing.sample())).findFirst()
        .orElseThrow(() -> new FactsRefused("Sample 樣品: no sample has the number %s 沒有樣品 %s".formatted(testing.sample(), testing.sample())));
    if (testing.testedOn().isBefore(sample.getTakenOn())) {
      throw new FactsRefused("Tested on 檢驗日期: the sample was taken on %s 取樣日期為 %s".formatted(sample.getTakenOn(), sample.getTakenOn()));
    }
    QualityTest test = new QualityTest(testing, thirdParty, by);
    tests.add(test);
    fault = test.getFault();
    bindingAsked = bindingAsked || fault == Fault.UNKNOWN;
    pretext = pretext && fault != Fault.OURS;
    status = Status.TESTED;
  }

  boolean isBindinglyTested() {
    return tests.stream().anyMatch(QualityTest::isThirdParty);
  }

  /**
   * Notes what the customer says to the explanation.
   *
   * @return whether an outside laboratory is asked: once, when the customer insists
   */
  boolean explain(String newReply, String evidence) {
    mustBe("explain", Status.TESTED);
    if (fault != Fault.NOT_OURS) {
      throw new IllegalStateException(caseNumber + " is not to be explained: the fault is " + fault + ".");
    }
    reply = newReply;
    evidenceKept = evidence;
    boolean insists = "insists".equals(newReply) && !isBindinglyTested();
    bindingAsked = bindingAsked || insists;
    return insists;
  }

  /** Takes cause and measures, at first or corrected. */
  void analyse(CauseAnalysis analysis, CauseAnalysis.Design design) {
    mustBe("note the cause", Status.TESTED, Status.ANALYSED);
    if (fault != Fault.OURS) {
      throw new IllegalStateException(caseNumber + " has no cause on our side: the fault is " + fault + ".");
    }
    cause = analysis.cause();
    causeCategory = analysis.causeCategory();
    designRelated = design.isCause();
    measures.clear();
    analysis.measures().forEach(row -> measures.add(new QualityMeasure(row.measure(), row.owner(), row.date())));
    if (design.isCause()) {
      measures.add(new QualityMeasure(design.designMeasure(), null, null));
    }
    status = Status.ANALYSED;
  }

  /**
   * Judges responsibility and loss.
   *
   * @param basis code of the table deduction-basis
   * @param resaleBy last day for the re-sale of returned goods, null for others
   * @throws FactsRefused shares that do not add up to 100 or stand twice; a re-sale or an allowance above the goods' value
   */
  void judge(Judgement judgement, Judgement.Opinion opinion, String basis, LocalDate resaleBy, String by, Instant when) {
    mustBe("judge", Status.ANALYSED);
    Shares.mustBeWhole("Responsibility 責任歸屬", judgement.shares().stream().map(Judgement.Row::share).toList());
    Set<String> bearers = new HashSet<>();
    judgement.shares().stream().filter(row -> !bearers.add(row.department() + "/" + row.person())).findFirst().ifPresent(row -> {
      throw new FactsRefused("Responsibility 責任歸屬: %s stands twice 重複".formatted(Department.of(row.department()).title()));
    });
    BigDecimal loss = loss(judgement, basis);
    danger = opinion.danger();
    defectRate = opinion.defectRate();
    goodsValue = judgement.goodsValue();
    treatment = judgement.treatment();
    resold = judgement.resold();
    resaleUntil = resaleBy;
    lossBasis = basis;
    lossAmount = loss;
    divide(judgement.shares());
    judgedBy = by;
    judgedAt = when;
    status = Status.JUDGED;
  }

  private static BigDecimal loss(Judgement judgement, String basis) {
    BigDecimal goods = switch (basis) {
      case "actualAllowance" -> judgement.allowanceLoss();
      case "priceDifference" -> judgement.goodsValue().subtract(judgement.resalePrice());
      case "fullLoss" -> judgement.goodsValue();
      case "otherCost" -> BigDecimal.ZERO;
      default -> throw new IllegalStateException("The table deduction-basis gives the unknown basis " + basis + ".");
    };
    if (goods.signum() < 0) {
      throw new FactsRefused("Price of the re-sale 轉售金額: it is above the value of the goods 高於貨物金額");
    }
    if (goods.compareTo(judgement.goodsValue()) > 0) {
      throw new FactsRefused("Allowance 折讓金額: it is above the value of the goods 高於貨物金額");
    }
    return goods.add(judgement.otherLoss());
  }

  private void divide(List<Judgement.Row> rows) {
    List<BigDecimal> losses = Shares.divide(lossAmount, rows.stream().map(Judgement.Row::share).toList());
    shares.clear();
    IntStream.range(0, rows.size()).forEach(i -> shares.add(new QualityShare(rows.get(i), losses.get(i))));
  }

  /** The department that bears most. */
  Department mainDepartment() {
    return shares.stream().collect(Collectors.groupingBy(QualityShare::getDepartment, Collectors.reducing(BigDecimal.ZERO, QualityShare::getShare, BigDecimal::add)))
        .entrySet().stream().max(Map.Entry.<String, BigDecimal>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> Department.of(entry.getKey())).orElseThrow();
  }

  /** Whether the stock covers the goods that the complaint is about. */
  boolean isCovered(BigDecimal stock) {
    return stock.signum() > 0 && (quantity == null || stock.compareTo(quantity) >= 0);
  }

  /**
   * The remedy that the table quality-remedy gives.
   *
   * @param withDamages whether damages by contract come in addition
   * @param min least allowance in per cent, null for another remedy; so is the greatest
   */
  void choose(String newRemedy, boolean withDamages, Integer min, Integer max) {
    mustBe("choose the remedy", Status.JUDGED);
    remedy = newRemedy;
    damages = withDamages;
    allowanceMin = min;
    allowanceMax = max;
  }

  /**
   * Takes the opinion of sales and reckons the money, at first, after a return, or corrected.
   *
   * @throws FactsRefused for an allowance outside of what the table allows
   */
  void propose(SalesProposal proposal, String by) {
    mustBe("propose", Status.JUDGED, Status.PROPOSED);
    boolean isAllowance = "allowance".equals(remedy);
    if (isAllowance && (proposal.allowancePercent().compareTo(BigDecimal.valueOf(allowanceMin)) < 0 || proposal.allowancePercent().compareTo(BigDecimal.valueOf(allowanceMax)) > 0)) {
      throw new FactsRefused("Allowance 折讓比例: between %d and %d %% 須在 %d%% 至 %d%% 之間".formatted(allowanceMin, allowanceMax, allowanceMin, allowanceMax));
    }
    List<String> all = new ArrayList<>(List.of(remedy));
    if ("recall".equals(remedy)) {
      all.add(proposal.ownGoods());
    }
    BigDecimal money = BigDecimal.ZERO.setScale(MONEY);
    if (isAllowance) {
      money = money.add(goodsValue.multiply(proposal.allowancePercent()).divide(HUNDRED, MONEY, RoundingMode.HALF_UP));
    }
    if (all.contains("return")) {
      money = money.add(goodsValue);
    }
    if (damages) {
      all.add("compensation");
      money = money.add(proposal.damagesAmount());
    }
    remedies = String.join(",", all);
    allowancePercent = isAllowance ? proposal.allowancePercent() : null;
    amount = money;
    salesOpinion = proposal.salesOpinion();
    proposedBy = by;
    status = Status.PROPOSED;
  }

  List<String> remedyList() {
    return List.of(remedies.split(","));
  }

  void approve(Instant when) {
    mustBe("approve", Status.PROPOSED);
    approvedAt = when;
    status = Status.APPROVED;
  }

  void remedied(String result) {
    mustBe("note the remedy", Status.APPROVED);
    remedyResult = result;
    status = Status.REMEDIED;
  }

  void remind(Instant when) {
    remindedAt = when;
  }

  /**
   * Ends the quality complaint; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or what the end needs is not there
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    mustRun("end as " + outcome);
    boolean hasGround = switch (outcome) {
      case CLOSED -> status == Status.REMEDIED;
      case UNJUSTIFIED -> status == Status.TESTED && fault == Fault.NOT_OURS && reply != null;
      case REJECTED -> status == Status.PROPOSED;
      case REFUSED -> status == Status.APPROVED;
      case CANCELLED -> true;
      default -> false;
    };
    if (!hasGround) {
      throw new IllegalStateException(caseNumber + " cannot end as " + outcome + ": it is " + status + ", the fault is " + fault + ".");
    }
    status = outcome;
    endedAt = when;
  }

  /** Whether the outcome stands that decides on a held batch. */
  boolean isDecided() {
    return fault == Fault.OURS || status.isEnd();
  }

  List<QualitySample> getSamples() {
    return List.copyOf(samples);
  }

  List<QualityTest> getTests() {
    return List.copyOf(tests);
  }

  List<QualityMeasure> getMeasures() {
    return List.copyOf(measures);
  }

  List<QualityShare> getShares() {
    return List.copyOf(shares);
  }

  private void mustRun(String action) {
    if (status.isEnd()) {
      throw new IllegalStateException("Cannot " + action + ": the quality complaint " + caseNumber + " has ended as " + status + ".");
    }
  }

  private void mustBe(String action, Status... allowed) {
    if (!List.of(allowed).contains(status)) {
      throw new IllegalStateException("Cannot " + action + ": the quality complaint " + caseNumber + " is " + status + ", not " + List.of(allowed) + ".");
    }
  }
}
