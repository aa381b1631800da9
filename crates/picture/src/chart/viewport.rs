//! Viewport: the affine map between the plane and pixels.

/// Rectangle of the plane (y upwards) shown in an image of `size` pixels (y downwards).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Width and height of the image in pixels.
    pub size: [u32; 2],
    /// Left and right edge in the plane.
    pub x: [f32; 2],
    /// Lower and upper edge in the plane.
    pub y: [f32; 2],
}

impl Viewport {
    /// The square from `-reach` to `reach` on both axes.
    pub fn square(size: [u32; 2], reach: f32) -> Viewport {
        Viewport { size, x: [-reach, reach], y: [-reach, reach] }
    }

    /// Converts a point of the plane to pixels from the top left.
    pub fn place(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        [
            (x - self.x[0]) / (self.x[1] - self.x[0]) * self.size[0] as f32,
            (self.y[1] - y) / (self.y[1] - self.y[0]) * self.size[1] as f32,
        ]
    }

    /// Converts a point of the plane to the nearest whole pixel from the top left.
    pub fn pixel(&self, point: [f32; 2]) -> (i32, i32) {
        let [x, y] = self.place(point);
        (libm::roundf(x) as i32, libm::roundf(y) as i32)
    }

    /// Converts shares of width and height, from the top left, to a point of the plane.
    pub fn point(&self, [across, down]: [f32; 2]) -> [f32; 2] {
        [self.x[0] + across * (self.x[1] - self.x[0]), self.y[1] - down * (self.y[1] - self.y[0])]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_of_the_plane_are_corners_of_the_picture() {
        let viewport = Viewport { size: [200, 100], x: [-1.0, 3.0], y: [0.0, 2.0] };
        assert_eq!(viewport.place([-1.0, 2.0]), [0.0, 0.0]);
        assert_eq!(viewport.pixel([3.0, 0.0]), (200, 100));
        assert_eq!(viewport.point([0.5, 0.25]), [1.0, 1.5]);
    }
}
