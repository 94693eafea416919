package dev.kefu.aftersales.units;

import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the demonstration some units: in warranty, out of it, under a contract, without proof of purchase. Those that are there stay as they are. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoUnits implements ApplicationRunner {

  private static final String PUMP = "Pump P200 水泵 P200";
  private static final String METER = "Meter M10 電表 M10";
  private static final int YEAR = 365;

  private final UnitRegister units;
  private final Clock clock;

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    LocalDate today = LocalDate.now(clock);
    units.register(PUMP, "P200-0001", "C000001", today.minusDays(60), YEAR, "INV-1001");
    units.register(PUMP, "P200-0002", "C000002", today.minusDays(900), YEAR, "INV-0377");
    units.register(METER, "M10-0001", "C000001", today.minusDays(20), 2 * YEAR, "INV-1042");
    if (units.find(METER, "M10-0002").isEmpty()) {
      long contracted = units.register(METER, "M10-0002", "C000003", today.minusDays(1200), YEAR, "INV-0102").id();
      units.contract(contracted, "SC-12", today.plusDays(YEAR), 20);
    }
    units.register("Controller K5 控制器 K5", "K5-0001", null, null, YEAR, null);
  }
}
