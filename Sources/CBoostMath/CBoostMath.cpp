#include "CBoostMath.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/non_central_chi_squared.hpp>
#include <boost/math/distributions/non_central_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

namespace {

using namespace boost::math::policies;

// Errors become NaN. Arithmetic stays in double: with the default promotion
// to long double the last bits differ between processors.
using Policy = policy<domain_error<ignore_error>, pole_error<ignore_error>,
                      overflow_error<ignore_error>, underflow_error<ignore_error>,
                      denorm_error<ignore_error>, rounding_error<ignore_error>,
                      evaluation_error<ignore_error>, indeterminate_result_error<ignore_error>,
                      promote_double<false>>;

using Beta = boost::math::beta_distribution<double, Policy>;
using Binomial = boost::math::binomial_distribution<double, Policy>;
using ChiSquared = boost::math::chi_squared_distribution<double, Policy>;
using FisherF = boost::math::fisher_f_distribution<double, Policy>;
using Gamma = boost::math::gamma_distribution<double, Policy>;
using NoncentralChiSquared = boost::math::non_central_chi_squared_distribution<double, Policy>;
using NoncentralF = boost::math::non_central_f_distribution<double, Policy>;
using NoncentralT = boost::math::non_central_t_distribution<double, Policy>;
using Normal = boost::math::normal_distribution<double, Policy>;
using Poisson = boost::math::poisson_distribution<double, Policy>;
using StudentT = boost::math::students_t_distribution<double, Policy>;

// Some inner functions of Boost ignore the policy and throw for arguments far
// out: the noncentral distributions do when a noncentrality exceeds an integer.
template <typename Function>
double guarded(Function function) noexcept {
  try {
    return function();
  } catch (...) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

}  // namespace

double boost_normal_density(double z) {
  return guarded([=] { return pdf(Normal(), z); });
}

double boost_normal_lower_tail(double z) {
  return guarded([=] { return cdf(Normal(), z); });
}

double boost_normal_upper_tail(double z) {
  return guarded([=] { return cdf(complement(Normal(), z)); });
}

double boost_normal_lower_quantile(double tail) {
  return guarded([=] { return quantile(Normal(), tail); });
}

double boost_normal_upper_quantile(double tail) {
  return guarded([=] { return quantile(complement(Normal(), tail)); });
}

double boost_student_t_density(double t, double degrees_of_freedom) {
  return guarded([=] { return pdf(StudentT(degrees_of_freedom), t); });
}

double boost_student_t_lower_tail(double t, double degrees_of_freedom) {
  return guarded([=] { return cdf(StudentT(degrees_of_freedom), t); });
}

double boost_student_t_upper_tail(double t, double degrees_of_freedom) {
  return guarded([=] { return cdf(complement(StudentT(degrees_of_freedom), t)); });
}

double boost_student_t_lower_quantile(double tail, double degrees_of_freedom) {
  return guarded([=] { return quantile(StudentT(degrees_of_freedom), tail); });
}

double boost_student_t_upper_quantile(double tail, double degrees_of_freedom) {
  return guarded([=] { return quantile(complement(StudentT(degrees_of_freedom), tail)); });
}

double boost_chi_squared_density(double x, double degrees_of_freedom) {
  return guarded([=] { return pdf(ChiSquared(degrees_of_freedom), x); });
}

double boost_chi_squared_lower_tail(double x, double degrees_of_freedom) {
  return guarded([=] { return cdf(ChiSquared(degrees_of_freedom), x); });
}

double boost_chi_squared_upper_tail(double x, double degrees_of_freedom) {
  return guarded([=] { return cdf(complement(ChiSquared(degrees_of_freedom), x)); });
}

double boost_chi_squared_lower_quantile(double tail, double degrees_of_freedom) {
  return guarded([=] { return quantile(ChiSquared(degrees_of_freedom), tail); });
}

double boost_chi_squared_upper_quantile(double tail, double degrees_of_freedom) {
  return guarded([=] { return quantile(complement(ChiSquared(degrees_of_freedom), tail)); });
}

double boost_fisher_f_density(double x, double numerator_degrees, double denominator_degrees) {
  return guarded([=] { return pdf(FisherF(numerator_degrees, denominator_degrees), x); });
}

double boost_fisher_f_lower_tail(double x, double numerator_degrees, double denominator_degrees) {
  return guarded([=] { return cdf(FisherF(numerator_degrees, denominator_degrees), x); });
}

double boost_fisher_f_upper_tail(double x, double numerator_degrees, double denominator_degrees) {
  return guarded([=] { return cdf(complement(FisherF(numerator_degrees, denominator_degrees), x)); });
}

double boost_fisher_f_lower_quantile(double tail, double numerator_degrees, double denominator_degrees) {
  return guarded([=] { return quantile(FisherF(numerator_degrees, denominator_degrees), tail); });
}

double boost_fisher_f_upper_quantile(double tail, double numerator_degrees, double denominator_degrees) {
  return guarded([=] { return quantile(complement(FisherF(numerator_degrees, denominator_degrees), tail)); });
}

double boost_gamma_density(double x, double shape, double scale) {
  return guarded([=] { return pdf(Gamma(shape, scale), x); });
}

double boost_gamma_lower_tail(double x, double shape, double scale) {
  return guarded([=] { return cdf(Gamma(shape, scale), x); });
}

double boost_gamma_upper_tail(double x, double shape, double scale) {
  return guarded([=] { return cdf(complement(Gamma(shape, scale), x)); });
}

double boost_gamma_lower_quantile(double tail, double shape, double scale) {
  return guarded([=] { return quantile(Gamma(shape, scale), tail); });
}

double boost_gamma_upper_quantile(double tail, double shape, double scale) {
  return guarded([=] { return quantile(complement(Gamma(shape, scale), tail)); });
}

double boost_beta_density(double x, double alpha, double beta) {
  return guarded([=] { return pdf(Beta(alpha, beta), x); });
}

double boost_beta_lower_tail(double x, double alpha, double beta) {
  return guarded([=] { return cdf(Beta(alpha, beta), x); });
}

double boost_beta_upper_tail(double x, double alpha, double beta) {
  return guarded([=] { return cdf(complement(Beta(alpha, beta), x)); });
}

double boost_beta_lower_quantile(double tail, double alpha, double beta) {
  return guarded([=] { return quantile(Beta(alpha, beta), tail); });
}

double boost_beta_upper_quantile(double tail, double alpha, double beta) {
  return guarded([=] { return quantile(complement(Beta(alpha, beta), tail)); });
}

double boost_noncentral_t_lower_tail(double t, double degrees_of_freedom, double noncentrality) {
  return guarded([=] { return cdf(NoncentralT(degrees_of_freedom, noncentrality), t); });
}

double boost_noncentral_t_upper_tail(double t, double degrees_of_freedom, double noncentrality) {
  return guarded(
      [=] { return cdf(complement(NoncentralT(degrees_of_freedom, noncentrality), t)); });
}

double boost_noncentral_chi_squared_lower_tail(
    double x, double degrees_of_freedom, double noncentrality) {
  return guarded([=] { return cdf(NoncentralChiSquared(degrees_of_freedom, noncentrality), x); });
}

double boost_noncentral_chi_squared_upper_tail(
    double x, double degrees_of_freedom, double noncentrality) {
  return guarded(
      [=] { return cdf(complement(NoncentralChiSquared(degrees_of_freedom, noncentrality), x)); });
}

double boost_noncentral_f_lower_tail(
    double x, double numerator_degrees, double denominator_degrees, double noncentrality) {
  return guarded([=] {
    return cdf(NoncentralF(numerator_degrees, denominator_degrees, noncentrality), x);
  });
}

double boost_noncentral_f_upper_tail(
    double x, double numerator_degrees, double denominator_degrees, double noncentrality) {
  return guarded([=] {
    return cdf(complement(NoncentralF(numerator_degrees, denominator_degrees, noncentrality), x));
  });
}

double boost_binomial_probability(double successes, double trials, double probability) {
  return guarded([=] { return pdf(Binomial(trials, probability), successes); });
}

double boost_binomial_lower_tail(double successes, double trials, double probability) {
  return guarded([=] { return cdf(Binomial(trials, probability), successes); });
}

double boost_binomial_upper_tail(double successes, double trials, double probability) {
  return guarded([=] { return cdf(complement(Binomial(trials, probability), successes)); });
}

double boost_poisson_probability(double count, double mean) {
  return guarded([=] { return pdf(Poisson(mean), count); });
}

double boost_gamma_delta_ratio(double x, double delta) {
  return guarded([=] { return boost::math::tgamma_delta_ratio(x, delta, Policy()); });
}

double c_log(double x) { return std::log(x); }
double c_log1p(double x) { return std::log1p(x); }
double c_expm1(double x) { return std::expm1(x); }
double c_log_gamma(double x) {
  return guarded([=] { return boost::math::lgamma(x, Policy()); });
}
double c_log10(double x) { return std::log10(x); }
double c_exp(double x) { return std::exp(x); }
double c_pow(double base, double exponent) { return std::pow(base, exponent); }
double c_sin(double x) { return std::sin(x); }
double c_cos(double x) { return std::cos(x); }
double c_asin(double x) { return std::asin(x); }
