package dev.kefu.bulk;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** One case on its way. */
final class Course {

  private static final String[] CUSTOMERS = {"Blue Lake Foods", "明珠大酒店", "北方製冷設備公司", "永豐商貿行", "華強電子有限公司", "長江機械製造廠", "東方紡織集團"};
  private static final String[] THINGS = {"pump 水泵", "kettle 電水壺", "cable 電纜", "press 壓力機", "lamp 檯燈", "freezer 冷櫃", "invoice 發票", "delivery 送貨"};
  private static final String[] FAULTS = {"leaks 漏水", "arrived broken 到貨破損", "hums loudly 噪音大", "came a week late 遲到一週", "is not what was promised 與承諾不符", "was billed twice 重複收費",
      "stops after an hour 一小時後停機", "smells of smoke 有焦味"};
  private static final int LAST_STEPS = 12;

  final Kinds.Kind kind;
  final Random random;
  final String name;
  final String customer;
  final String product;
  final String content;
  /** Moves with each contact, so that contacts have an order. */
  int contacts;
  String number;
  String instance;
  int steps;
  int toldAt;
  Instant parkedUntil;
  Course follower;
  final Set<String> performers = new HashSet<>();
  final Set<String> attached = new HashSet<>();
  /** Task to the number of its refused forms. */
  final Map<String, Integer> refusals = new HashMap<>();
  /** The last form of each root. */
  final Map<String, Map<String, Object>> said = new HashMap<>();
  final Deque<String> way = new ArrayDeque<>();

  /** A case to be started: the same seed and number make the same case. */
  Course(Kinds.Kind kind, long seed, int index) {
    this(kind, new Random(seed * 1_000_003 + index), kind.name() + " #" + index, index);
  }

  private Course(Kinds.Kind kind, Random random, String name, int index) {
    this.kind = kind;
    this.random = random;
    this.name = name;
    // Known customers are few; most people complain for the first time.
    customer = random.nextInt(3) == 0 ? CUSTOMERS[random.nextInt(CUSTOMERS.length)] : "Customer 客戶 " + index + "-" + Integer.toString(random.nextInt(1 << 20), 36);
    // Some models are complained about again and again.
    product = "Model 型號 " + (index % 3 == 0 ? index % 20 : index);
    String thing = THINGS[random.nextInt(THINGS.length)];
    content = "The " + thing + " " + FAULTS[random.nextInt(FAULTS.length)] + ". " + Long.toString(random.nextLong() >>> 1, 36) + " " + FAULTS[random.nextInt(FAULTS.length)];
    toldAt = 2 + random.nextInt(7);
  }

  private Course(Kinds.Kind kind, Course original, long seed, int index) {
    this.kind = kind;
    random = new Random(seed * 1_000_003 + index);
    name = kind.name() + " #" + index;
    customer = original.customer;
    product = original.product;
    content = original.content + " again 再次";
  }

  /** A second complaint about the same matter. */
  Course followedBy(Kinds.Kind other, long seed, int index) {
    follower = new Course(other, this, seed, index);
    return this;
  }

  /** A case that another one started. */
  static Course found(Kinds.Kind kind, String number, String instance) {
    String name = number == null ? instance : number;
    Course course = new Course(kind, new Random(name.hashCode()), "started by another case: " + name, Math.floorMod(name.hashCode(), 1_000_000));
    course.number = number;
    course.instance = instance;
    return course;
  }

  void note(String step) {
    steps++;
    way.addLast(step);
    if (way.size() > LAST_STEPS) {
      way.removeFirst();
    }
  }
}
