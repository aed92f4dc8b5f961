#include "CEigen.h"

// No exception may reach a Swift frame, and no code of Eigen under another
// licence than the MPL may be compiled in.
#define EIGEN_MPL2_ONLY
#define EIGEN_DONT_PARALLELIZE

#include <cmath>
#include <eigen3/Eigen/Dense>
#include <limits>

namespace {

using Eigen::Map;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using ConstantMatrix = Map<const MatrixXd>;

// The share of a column that is left after those before it are taken out, below
// which it counts as their combination.
constexpr double kDependence = 1e-10;

}  // namespace

int eigen_orthonormal_basis(const double *design, int rows, int columns, double *basis,
                            double *triangle) {
  ConstantMatrix matrix(design, rows, columns);
  VectorXd lengths = matrix.colwise().norm();
  for (int column = 0; column < columns; ++column) {
    if (!(lengths[column] > 0)) return column;
  }
  MatrixXd scaled = matrix * lengths.cwiseInverse().asDiagonal();
  Eigen::HouseholderQR<MatrixXd> decomposition(scaled);
  VectorXd diagonal = decomposition.matrixQR().diagonal().cwiseAbs();
  for (int column = 0; column < columns; ++column) {
    if (!(diagonal[column] > kDependence)) return column;
  }
  MatrixXd upper =
      decomposition.matrixQR().topRows(columns).triangularView<Eigen::Upper>();
  Map<MatrixXd>(basis, rows, columns) =
      decomposition.householderQ() * MatrixXd::Identity(rows, columns);
  Map<MatrixXd>(triangle, columns, columns) = upper * lengths.asDiagonal();
  return -1;
}

void eigen_invert_triangle(const double *triangle, int size, double *inverse) {
  ConstantMatrix matrix(triangle, size, size);
  Map<MatrixXd>(inverse, size, size) =
      matrix.triangularView<Eigen::Upper>().solve(MatrixXd::Identity(size, size));
}

int eigen_symmetric_decomposition(const double *matrix, int size, double *values,
                                  double *vectors) {
  Eigen::SelfAdjointEigenSolver<MatrixXd> solver(ConstantMatrix(matrix, size, size));
  if (solver.info() != Eigen::Success) return 0;
  Map<VectorXd>(values, size) = solver.eigenvalues();
  Map<MatrixXd>(vectors, size, size) = solver.eigenvectors();
  return 1;
}

int eigen_invert_positive_definite(const double *matrix, int size, double *inverse,
                                   double *log_determinant) {
  ConstantMatrix symmetric(matrix, size, size);
  Eigen::LLT<MatrixXd> decomposition(symmetric);
  if (decomposition.info() != Eigen::Success) return 0;
  MatrixXd factor = decomposition.matrixL();
  for (int place = 0; place < size; ++place) {
    double pivot = factor(place, place);
    if (!(pivot * pivot > 1e-13 * symmetric(place, place))) return 0;
  }
  *log_determinant = 2 * factor.diagonal().array().log().sum();
  Map<MatrixXd>(inverse, size, size) = decomposition.solve(MatrixXd::Identity(size, size));
  return 1;
}
