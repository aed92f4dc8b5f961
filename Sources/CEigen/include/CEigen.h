// C face of the matrix decompositions that Statistics takes from Eigen.
//
// Matrices are stored column by column. Nothing is thrown and nothing is kept.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

// Decomposes a matrix with at least as many rows as columns into an orthonormal
// basis of its columns and an upper triangle: design = basis * triangle.
//
// Returns the index of the first column that is a combination of those before
// it, or all zeros, and -1 where there is none.
int eigen_orthonormal_basis(const double *design, int rows, int columns, double *basis,
                            double *triangle);

// The inverse of an upper triangle.
void eigen_invert_triangle(const double *triangle, int size, double *inverse);

// The eigenvalues, ascending, and eigenvectors of a symmetric matrix. Returns 0
// when they were not found.
int eigen_symmetric_decomposition(const double *matrix, int size, double *values, double *vectors);

// The inverse and the logarithm of the determinant of a symmetric matrix that
// is positive definite. Returns 0 when it is not, by the pivots of Cholesky.
int eigen_invert_positive_definite(const double *matrix, int size, double *inverse,
                                   double *log_determinant);

#ifdef __cplusplus
}
#endif
