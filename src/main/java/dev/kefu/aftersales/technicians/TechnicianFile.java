package dev.kefu.aftersales.technicians;

import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.yesNo;

import dev.kefu.reporting.Register;
import dev.kefu.reporting.Register.Field;
import dev.kefu.reporting.Register.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Repair technicians as a file. */
@Configuration(proxyBeanMethods = false)
class TechnicianFile {

  /** Each row with what people look up in it. */
  @Bean
  Register technicianExport() {
    return new Register("technicians", "Technicians 維修技術員名冊", Set.of("aftersales_technicians"), "aftersales_technicians t", "t.id", null, List.of(text("Technician 技術員", "t.person"), yesNo("Active 在崗", "t.active"),
        new Field("Skills 技能", "(select group_concat(s.skill order by s.skill separator ',') from aftersales_technician_skills s where s.technician_id = t.id)", Type.TEXT, TechnicianFile::skills),
        text("Districts 區域", "(select group_concat(d.district order by d.district separator ', ') from aftersales_technician_districts d where d.technician_id = t.id)")));
  }

  private static String skills(String codes) {
    return Arrays.stream(codes.split(",")).map(code -> Skills.NAMES.getOrDefault(code, code)).collect(Collectors.joining(", "));
  }
}
