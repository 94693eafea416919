package dev.kefu.aftersales.technicians;

import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Gives the demo technicians skills and districts; what was set since stays. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoTechnicians implements ApplicationRunner {

  private final Technicians technicians;

  @Override
  public void run(ApplicationArguments arguments) {
    set("repair-technician", Set.of("mechanical", "hydraulic", "electrical", "appearance"), Set.of("Pudong 浦東", "Minhang 閔行"));
    set("repair-technician-2", Set.of("mechanical", "hydraulic", "electronics", "software"), Set.of("Xuhui 徐匯", "Pudong 浦東"));
  }

  private void set(String person, Set<String> skills, Set<String> districts) {
    if (!technicians.knows(person)) {
      technicians.set(person, true, skills, districts);
    }
  }
}
