package dev.kefu.aftersales.technicians;

import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.yesNo;

import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Repair technicians as a file. */
@Configuration(proxyBeanMethods = false)
class TechnicianFile {

  /** Each row with what people look up in it; codes as the register keeps them. */
  @Bean
  Register technicianExport() {
    return new Register("technicians", "Technicians 維修技術員名冊", Set.of("aftersales_technicians"), "aftersales_technicians t", "t.id", null, List.of(text("Technician 技術員", "t.person"), yesNo("Active 在崗", "t.active"),
        number("Skills 技能數", "(select count(*) from aftersales_technician_skills s where s.technician_id = t.id)"),
        number("Districts 區域數", "(select count(*) from aftersales_technician_districts d where d.technician_id = t.id)")));
  }
}
