package dev.kefu.survey.credit;

import java.util.List;
import org.springframework.data.repository.Repository;

interface CreditGradeRepository extends Repository<CreditGrade, Long> {

  CreditGrade save(CreditGrade line);

  List<CreditGrade> findByCustomerCodeOrderById(String customerCode);
}
