// C face of the functions that Statistics takes from Boost.Math and from the
// C library.
//
// Every function returns NaN outside its domain and throws nothing, so no C++
// exception can reach a Swift frame. Callers check the domain first.
// "upper" is the probability above a value, "lower" the probability up to it.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

double boost_normal_density(double z);
double boost_normal_lower_tail(double z);
double boost_normal_upper_tail(double z);
double boost_normal_lower_quantile(double tail);
double boost_normal_upper_quantile(double tail);

double boost_student_t_density(double t, double degrees_of_freedom);
double boost_student_t_lower_tail(double t, double degrees_of_freedom);
double boost_student_t_upper_tail(double t, double degrees_of_freedom);
double boost_student_t_lower_quantile(double tail, double degrees_of_freedom);
double boost_student_t_upper_quantile(double tail, double degrees_of_freedom);

double boost_chi_squared_density(double x, double degrees_of_freedom);
double boost_chi_squared_lower_tail(double x, double degrees_of_freedom);
double boost_chi_squared_upper_tail(double x, double degrees_of_freedom);
double boost_chi_squared_lower_quantile(double tail, double degrees_of_freedom);
double boost_chi_squared_upper_quantile(double tail, double degrees_of_freedom);

double boost_fisher_f_density(double x, double numerator_degrees, double denominator_degrees);
double boost_fisher_f_lower_tail(double x, double numerator_degrees, double denominator_degrees);
double boost_fisher_f_upper_tail(double x, double numerator_degrees, double denominator_degrees);
double boost_fisher_f_lower_quantile(double tail, double numerator_degrees, double denominator_degrees);
double boost_fisher_f_upper_quantile(double tail, double numerator_degrees, double denominator_degrees);

double boost_gamma_density(double x, double shape, double scale);
double boost_gamma_lower_tail(double x, double shape, double scale);
double boost_gamma_upper_tail(double x, double shape, double scale);
double boost_gamma_lower_quantile(double tail, double shape, double scale);
double boost_gamma_upper_quantile(double tail, double shape, double scale);

double boost_beta_density(double x, double alpha, double beta);
double boost_beta_lower_tail(double x, double alpha, double beta);
double boost_beta_upper_tail(double x, double alpha, double beta);
double boost_beta_lower_quantile(double tail, double alpha, double beta);
double boost_beta_upper_quantile(double tail, double alpha, double beta);

double boost_noncentral_t_lower_tail(double t, double degrees_of_freedom, double noncentrality);
double boost_noncentral_t_upper_tail(double t, double degrees_of_freedom, double noncentrality);

double boost_noncentral_chi_squared_lower_tail(
    double x, double degrees_of_freedom, double noncentrality);
double boost_noncentral_chi_squared_upper_tail(
    double x, double degrees_of_freedom, double noncentrality);

double boost_noncentral_f_lower_tail(
    double x, double numerator_degrees, double denominator_degrees, double noncentrality);
double boost_noncentral_f_upper_tail(
    double x, double numerator_degrees, double denominator_degrees, double noncentrality);

double boost_binomial_probability(double successes, double trials, double probability);
double boost_binomial_lower_tail(double successes, double trials, double probability);
double boost_binomial_upper_tail(double successes, double trials, double probability);

double boost_poisson_probability(double count, double mean);

// gamma(x) / gamma(x + delta).
double boost_gamma_delta_ratio(double x, double delta);

// What the standard library of Swift lacks.
double c_log(double x);
double c_log1p(double x);
double c_expm1(double x);
double c_log_gamma(double x);
double c_sin(double x);
double c_cos(double x);
double c_asin(double x);
double c_log10(double x);
double c_exp(double x);
double c_pow(double base, double exponent);

#ifdef __cplusplus
}
#endif
